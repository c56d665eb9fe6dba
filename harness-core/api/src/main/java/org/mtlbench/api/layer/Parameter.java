package org.mtlbench.api.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Objects;

/**
 * A named trainable tensor or buffer of a network. The tensor object never changes; optimisers
 * write into it.
 */
public final class Parameter {
  /** Kinds of parameters. */
  public enum Kind {
    /** Convolution kernel, (out, in, kh, kw). */
    KERNEL,
    /** Matrix of a linear layer, (out, in). */
    MATRIX,
    /** Bias, scale and shift of a normalisation, or the vectors of an embedding. */
    VECTOR,
    /** A single number, for example the mixing weight of a monitor. Recorded after every epoch. */
    SCALAR,
    /** Running statistics: saved with the network, not trained. */
    BUFFER
  }

  private final String name;
  private final NDArray value;
  private final Kind kind;
  private final Role role;
  private final Position position;

  /**
   * @param name unique in its network, for example {@code trunk.1.weight}
   * @param value float32; set to require a gradient unless it is a buffer
   */
  public Parameter(String name, NDArray value, Kind kind, Role role, Position position) {
    this.name = Objects.requireNonNull(name, "name");
    this.value = Objects.requireNonNull(value, "value");
    this.kind = Objects.requireNonNull(kind, "kind");
    this.role = Objects.requireNonNull(role, "role");
    this.position = Objects.requireNonNull(position, "position");
    value.setRequiresGradient(kind != Kind.BUFFER);
  }

  /** Unique name in its network. */
  public String name() {
    return name;
  }

  /** The tensor, float32; owned by the network's manager. */
  public NDArray value() {
    return value;
  }

  /** The kind of parameter. */
  public Kind kind() {
    return kind;
  }

  /** Which tasks use it. */
  public Role role() {
    return role;
  }

  /** The position of its layer. */
  public Position position() {
    return position;
  }

  /** Whether all tasks share it. */
  public boolean shared() {
    return role instanceof Role.Trunk;
  }

  /** Whether optimisers update it. */
  public boolean trainable() {
    return kind != Kind.BUFFER;
  }

  /** Whether it has neuron rows, that is, is a kernel or a matrix. */
  public boolean hasRows() {
    return kind == Kind.KERNEL || kind == Kind.MATRIX;
  }

  /** Number of entries. */
  public long size() {
    return value.size();
  }

  /**
   * The number of neuron rows, which is the number of input channels or the input width of the
   * layer.
   */
  public int rowCount() {
    return Math.toIntExact(value.getShape().get(1));
  }

  /**
   * The parameter as a matrix whose rows are the neurons of the previous layer (paper, GrOWL): (in,
   * out) for a matrix, (in, out*kh*kw) for a kernel, by permuting the axes. The result carries
   * gradients; it may be a copy or a view, so write with {@link #fromRows}.
   */
  public NDArray rows() {
    return toRows(value);
  }

  /** A tensor of this parameter's shape, for example its gradient, in the form of {@link #rows}. */
  public NDArray toRows(NDArray tensor) {
    return switch (kind) {
      case MATRIX -> tensor.transpose(1, 0);
      case KERNEL -> tensor.transpose(1, 0, 2, 3).reshape(rowCount(), -1);
      case VECTOR, SCALAR, BUFFER -> throw new IllegalStateException(name + " has no rows");
    };
  }

  /**
   * The inverse of {@link #toRows}.
   *
   * @param rows (rows, columns) as from {@link #rows}
   * @return a tensor of this parameter's shape
   */
  public NDArray fromRows(NDArray rows) {
    Shape shape = value.getShape();
    return switch (kind) {
      case MATRIX -> rows.transpose(1, 0);
      case KERNEL ->
          rows.reshape(shape.get(1), shape.get(0), shape.get(2), shape.get(3))
              .transpose(1, 0, 2, 3);
      case VECTOR, SCALAR, BUFFER -> throw new IllegalStateException(name + " has no rows");
    };
  }

  @Override
  public String toString() {
    return name + " " + value.getShape();
  }
}
