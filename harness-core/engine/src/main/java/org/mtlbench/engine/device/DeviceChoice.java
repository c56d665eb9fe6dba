package org.mtlbench.engine.device;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mtlbench.api.error.ErrorCategory;
import org.mtlbench.api.error.HarnessException;

/**
 * The devices of a run, and why they are used.
 *
 * @param devices the processor, or one or more GPUs
 * @param reason library, and why it and the devices are used; stored in records
 */
public record DeviceChoice(List<ComputeDevice> devices, String reason) {
  /** Copies the list. */
  public DeviceChoice {
    devices = List.copyOf(devices);
  }

  /**
   * Chooses the devices.
   *
   * @param state what the engine can use
   * @throws HarnessException if the request names GPUs that the engine cannot use; the hint is the
   *     next step
   */
  public static DeviceChoice of(DeviceRequest request, GpuState state) {
    return switch (request.kind()) {
      case CPU -> cpu(state, "requested by " + DeviceRequest.OPTION + " cpu");
      case AUTO -> state.usable() > 0 ? gpus(all(state), state) : cpu(state, whyNone(state));
      case GPU -> requested(request, state);
    };
  }

  private static DeviceChoice requested(DeviceRequest request, GpuState state) {
    if (state.usable() == 0) {
      Obstacle first =
          state.obstacles().stream()
              .findFirst()
              .orElse(new Obstacle("the engine finds no GPU", "Run 'mtlbench doctor'"));
      throw new HarnessException(
          ErrorCategory.DEVICE,
          DeviceRequest.OPTION
              + ": found "
              + request
              + ", but no GPU can be used: "
              + state.obstacles().stream().map(Obstacle::what).collect(Collectors.joining("; ")),
          first.nextStep());
    }
    List<Integer> missing = request.gpus().stream().filter(n -> n >= state.usable()).toList();
    if (!missing.isEmpty()) {
      String allowed = state.usable() == 1 ? "gpu:0" : "gpu:0 to gpu:" + (state.usable() - 1);
      throw new HarnessException(
          ErrorCategory.DEVICE,
          DeviceRequest.OPTION + ": found " + request + ", but the engine can use " + allowed,
          "Name GPUs of these; 'mtlbench doctor' lists those of engine and driver");
    }
    return gpus(request.gpus().isEmpty() ? all(state) : request.gpus(), state);
  }

  private static List<Integer> all(GpuState state) {
    return IntStream.range(0, state.usable()).boxed().toList();
  }

  private static DeviceChoice gpus(List<Integer> numbers, GpuState state) {
    return new DeviceChoice(
        numbers.stream().map(ComputeDevice::gpu).toList(), state.library() + ": " + state.reason());
  }

  private static DeviceChoice cpu(GpuState state, String why) {
    return new DeviceChoice(List.of(ComputeDevice.CPU), state.library() + ": " + why);
  }

  private static String whyNone(GpuState state) {
    return state.obstacles().stream()
        .findFirst()
        .map(Obstacle::what)
        .orElse("the engine finds no GPU");
  }
}
