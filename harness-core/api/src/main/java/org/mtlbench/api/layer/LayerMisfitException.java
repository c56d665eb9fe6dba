package org.mtlbench.api.layer;

import ai.djl.ndarray.types.Shape;

/** Thrown for a layer that cannot read the shape it is given. */
public final class LayerMisfitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String found;
  private final String expected;

  /**
   * @param input the shape that was given, without the batch axis
   * @param expected what the layer reads, for example {@code an input of shape (320)}
   */
  public LayerMisfitException(LayerSpec layer, Shape input, String expected) {
    super("found " + layer + " reading " + input + ", expected " + expected);
    found = layer + " reading " + input;
    this.expected = expected;
  }

  /** The layer and the shape that it was given. */
  public String found() {
    return found;
  }

  /** What the layer reads. */
  public String expected() {
    return expected;
  }
}
