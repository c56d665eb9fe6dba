package org.mtlbench.engine.device;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mtlbench.api.config.InvalidConfigException;

/**
 * The devices that a user asks for with {@code --device}.
 *
 * @param kind processor, GPUs, or GPUs if they can be used
 * @param gpus numbers of the requested GPUs, distinct and ascending; empty for all
 */
public record DeviceRequest(Kind kind, List<Integer> gpus) {
  /** The name of the option. */
  public static final String OPTION = "--device";

  /** What is allowed, for messages and help. */
  public static final String ALLOWED = "auto, cpu, gpu or gpu:N[,M], for example gpu:0,2";

  /** Every GPU if GPUs can be used, otherwise the processor. */
  public static final DeviceRequest AUTO = new DeviceRequest(Kind.AUTO, List.of());

  private static final Pattern GPUS = Pattern.compile("gpu:(\\d{1,4}(?:,\\d{1,4})*)");

  /** The kinds of requests. */
  public enum Kind {
    /** GPUs if they can be used, otherwise the processor. */
    AUTO,
    /** The processor. */
    CPU,
    /** GPUs; it is an error if they cannot be used. */
    GPU
  }

  /** Copies the list. */
  public DeviceRequest {
    gpus = List.copyOf(gpus);
  }

  /**
   * Parses the value of the option.
   *
   * @param text {@code auto}, {@code cpu}, {@code gpu} (every GPU) or {@code gpu:N[,M]}
   * @throws InvalidConfigException if it is anything else
   */
  public static DeviceRequest parse(String text) {
    Matcher match = GPUS.matcher(text);
    if (match.matches()) {
      return new DeviceRequest(
          Kind.GPU,
          Arrays.stream(match.group(1).split(",", -1))
              .map(Integer::valueOf)
              .distinct()
              .sorted()
              .toList());
    }
    return switch (text) {
      case "auto" -> AUTO;
      case "cpu" -> new DeviceRequest(Kind.CPU, List.of());
      case "gpu" -> new DeviceRequest(Kind.GPU, List.of());
      default -> throw new InvalidConfigException(OPTION, text, "one of " + ALLOWED);
    };
  }

  /** The option's value. */
  @Override
  public String toString() {
    return switch (kind) {
      case AUTO -> "auto";
      case CPU -> "cpu";
      case GPU ->
          gpus.isEmpty()
              ? "gpu"
              : "gpu:" + gpus.stream().map(String::valueOf).collect(Collectors.joining(","));
    };
  }
}
