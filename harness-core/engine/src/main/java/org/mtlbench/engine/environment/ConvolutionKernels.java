package org.mtlbench.engine.environment;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.mtlbench.api.error.ErrorCategory;
import org.mtlbench.api.error.HarnessException;
import org.mtlbench.toolbox.gradient.Backward;
import org.mtlbench.toolbox.gradient.GradientMode;

/**
 * Keeps the engine from convolution kernels that compute wrong results on this processor. oneDNN,
 * the library of PyTorch's convolutions on a CPU, reads the cache sizes of an AMD processor from
 * CPUID leaf 0x8000001D. Some virtual machines answer that leaf with zeros. oneDNN 3.7, part of
 * PyTorch 2.7, then assumes caches of one byte, and its AVX, AVX2 and AVX-512 kernels skip a part
 * of their work: gradients are wrong, and nothing reports an error. oneDNN 3.8 uses default sizes
 * instead. The SSE4.1 kernels do not use the sizes; they take about twice as long.
 */
public final class ConvolutionKernels {
  /** Read by oneDNN at its first use. */
  static final String VARIABLE = "ONEDNN_MAX_CPU_ISA";

  /** Older name of the variable, which oneDNN reads too. */
  private static final String FORMER_VARIABLE = "DNNL_MAX_CPU_ISA";

  static final String SAFE = "SSE41";

  /** Relative to the largest entry; correct kernels stay below 1e-6. */
  private static final double TOLERANCE = 1e-4;

  private static final double FREQUENCY = 0.7;

  private ConvolutionKernels() {}

  /**
   * Limits oneDNN to SSE4.1 in this process where the processor's cache sizes are hidden, unless
   * the environment sets a limit. Must be called before the engine computes.
   */
  public static void limit() {
    if (Platform.isLinux()
        && Platform.isIntel()
        && limitInForce().isEmpty()
        && cacheSizesHidden(Path.of("/proc/cpuinfo"), Path.of("/sys/devices/system/cpu"))) {
      NativeLibrary.getInstance(Platform.C_LIBRARY_NAME)
          .getFunction("setenv")
          .invokeInt(new Object[] {VARIABLE, SAFE, 1});
    }
  }

  /** The instruction set that oneDNN is limited to, by {@link #limit} or by the environment. */
  public static Optional<String> limitInForce() {
    // System.getenv returns the environment of the start, without later changes.
    Function getenv = NativeLibrary.getInstance(Platform.C_LIBRARY_NAME).getFunction("getenv");
    return Stream.of(VARIABLE, FORMER_VARIABLE)
        .map(variable -> getenv.invokeString(new Object[] {variable}, false))
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** Linux reads the same CPUID leaf, and shows no caches where it is empty. */
  static boolean cacheSizesHidden(Path cpuinfo, Path cpus) {
    try {
      String info = Files.readString(cpuinfo);
      return info.contains("AuthenticAMD")
          && (!info.contains(" topoext") || !Files.exists(cpus.resolve("cpu0/cache/index0")));
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Compares convolutions on the CPU and their gradients in single precision with double precision,
   * for which the engine does not use oneDNN. Takes about 50 ms the first time.
   *
   * @throws HarnessException if they differ
   */
  public static void check() {
    double error = Math.max(error(7, 2, 3, 5, 2), error(14, 10, 10, 3, 0));
    // The comparison is false for NaN too.
    if (!(error < TOLERANCE)) {
      throw new HarnessException(
          ErrorCategory.DEVICE,
          String.format(
              Locale.ROOT,
              "convolutions of the tensor engine are wrong on this processor: they differ from"
                  + " double precision by %.1e of the largest value",
              error),
          "Limit its kernels: " + VARIABLE + "=" + SAFE + " mtlbench ...");
    }
  }

  private static double error(int side, int in, int out, int kernel, int padding) {
    try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
      NDArray images = wave(manager, new Shape(2, in, side, side));
      NDArray weights = wave(manager, new Shape(out, in, kernel, kernel));
      NDArray[] single = convolution(images, weights, padding);
      NDArray[] exact =
          convolution(
              images.toType(DataType.FLOAT64, true),
              weights.toType(DataType.FLOAT64, true),
              padding);
      double error = 0;
      for (int i = 0; i < exact.length; i++) {
        NDArray difference = single[i].toType(DataType.FLOAT64, true).sub(exact[i]).abs();
        error = Math.max(error, difference.max().getDouble() / exact[i].abs().max().getDouble());
      }
      return error;
    }
  }

  /** Numbers without a regular pattern. */
  private static NDArray wave(NDManager manager, Shape shape) {
    float[] values = new float[Math.toIntExact(shape.size())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.sin(FREQUENCY * i);
    }
    return manager.create(values, shape);
  }

  /** The result and its gradients with respect to images and weights. */
  private static NDArray[] convolution(NDArray images, NDArray weights, int padding) {
    Shape one = new Shape(1, 1);
    images.setRequiresGradient(true);
    weights.setRequiresGradient(true);
    NDArray result;
    try (GradientMode on = GradientMode.on()) {
      result =
          Conv2d.conv2d(images, weights, null, one, new Shape(padding, padding), one, 1)
              .singletonOrThrow();
      Backward.run(result.mul(result).sum());
    }
    return new NDArray[] {result, images.getGradient(), weights.getGradient()};
  }
}
