package org.mtlbench.api.layer;

import ai.djl.ndarray.types.Shape;

/** Thrown if a layer does not fit its input shape. */
public final class LayerMisfitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String found;
  private final String expected;

  /**
   * @param input the input shape, without the batch axis
   * @param expected the expected input, for example {@code an input of shape (320)}
   */
  public LayerMisfitException(LayerSpec layer, Shape input, String expected) {
    super("found " + layer + " reading " + input + ", expected " + expected);
    found = layer + " reading " + input;
    this.expected = expected;
  }

  /** The layer and its input shape. */
  public String found() {
    return found;
  }

  /** The expected input. */
  public String expected() {
    return expected;
  }
}
