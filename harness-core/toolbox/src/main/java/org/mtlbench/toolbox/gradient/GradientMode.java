package org.mtlbench.toolbox.gradient;

import ai.djl.pytorch.jni.JniUtils;

/**
 * Controls whether operations of this thread are recorded for a backward pass, until closed: {@code
 * try (GradientMode mode = GradientMode.off()) { ... }}. Parameters can be written in place only
 * while the mode is off. In libtorch the mode is per thread. It is initially off in the thread that
 * loaded the engine and on in others, so code that depends on it must set it explicitly.
 *
 * <p>Requires a loaded engine, which is the case as soon as there is an array. Must be closed in
 * the thread that opened it.
 */
public final class GradientMode implements AutoCloseable {
  private final boolean previous;

  private GradientMode(boolean recording) {
    previous = JniUtils.isGradMode();
    JniUtils.setGradMode(recording);
  }

  /** Records operations until the result is closed. */
  public static GradientMode on() {
    return new GradientMode(true);
  }

  /** Does not record operations, so that parameters can be written, until the result is closed. */
  public static GradientMode off() {
    return new GradientMode(false);
  }

  /** Whether this thread currently records operations. */
  public static boolean recording() {
    return JniUtils.isGradMode();
  }

  /** Restores the previous mode. */
  @Override
  public void close() {
    JniUtils.setGradMode(previous);
  }
}
