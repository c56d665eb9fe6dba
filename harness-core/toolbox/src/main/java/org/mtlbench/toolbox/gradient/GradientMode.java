package org.mtlbench.toolbox.gradient;

import ai.djl.pytorch.jni.JniUtils;

/**
 * Whether operations of this thread are recorded for a backward pass, until closed: {@code try
 * (GradientMode mode = GradientMode.off()) { ... }}. Parameters can be written in place only while
 * the mode is off. libtorch keeps the mode for each thread apart, and it starts off in the thread
 * that loaded the engine but on in others, so that code which needs one of the two says so.
 *
 * <p>Needs a loaded engine, which any array implies; close it in the thread that opened it.
 */
public final class GradientMode implements AutoCloseable {
  private final boolean previous;

  private GradientMode(boolean recording) {
    previous = JniUtils.isGradMode();
    JniUtils.setGradMode(recording);
  }

  /** Operations are recorded until the result is closed. */
  public static GradientMode on() {
    return new GradientMode(true);
  }

  /** Operations are not recorded, and parameters may be written, until the result is closed. */
  public static GradientMode off() {
    return new GradientMode(false);
  }

  /** Whether this thread records at the moment. */
  public static boolean recording() {
    return JniUtils.isGradMode();
  }

  /** Puts back the mode found on opening. */
  @Override
  public void close() {
    JniUtils.setGradMode(previous);
  }
}
