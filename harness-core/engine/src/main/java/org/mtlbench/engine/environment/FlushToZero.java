package org.mtlbench.engine.environment;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;

/**
 * Makes the processor treat subnormal numbers as 0, as arguments and as results, in this thread and
 * in native threads that it starts. On x86-64 a multiplication with a subnormal number takes a
 * hundred times as long, and saturated sigmoids and vanishing gradients produce more of them the
 * longer a network trains. PyTorch has {@code torch.set_flush_denormal} for this, but the engine
 * has no binding; the C library has one.
 *
 * <p>Linux on x86-64 only. On other platforms this does nothing, and results may differ in numbers
 * below 1.2e-38.
 */
public final class FlushToZero {
  /** Size of {@code fenv_t} and offset of MXCSR in it, x86-64 System V. */
  private static final int ENVIRONMENT_BYTES = 32;

  private static final int MXCSR = 28;

  /** Flush-to-zero (bit 15) and denormals-are-zero (bit 6). */
  private static final int BITS = 0x8040;

  private FlushToZero() {}

  /** Whether this platform is supported. */
  public static boolean supported() {
    return Platform.isLinux() && Platform.is64Bit() && Platform.isIntel();
  }

  /**
   * Enables the mode in this thread, if supported. The virtual machine may restore the default when
   * native code calls into Java, so long computations should repeat this at their boundaries; it
   * takes a few microseconds.
   */
  public static void on() {
    if (!supported()) {
      return;
    }
    try (Memory environment = new Memory(ENVIRONMENT_BYTES)) {
      call("fegetenv", environment);
      int before = environment.getInt(MXCSR);
      if ((before & BITS) != BITS) {
        environment.setInt(MXCSR, before | BITS);
        call("fesetenv", environment);
      }
    }
  }

  /** Whether the mode is enabled in this thread. */
  public static boolean isOn() {
    if (!supported()) {
      return false;
    }
    try (Memory environment = new Memory(ENVIRONMENT_BYTES)) {
      call("fegetenv", environment);
      return (environment.getInt(MXCSR) & BITS) == BITS;
    }
  }

  private static void call(String name, Memory environment) {
    Function function = NativeLibrary.getInstance("m").getFunction(name);
    int code = function.invokeInt(new Object[] {environment});
    if (code != 0) {
      throw new IllegalStateException(name + " failed with code " + code);
    }
  }
}
