package org.mtlbench.engine.checkpoint;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.mtlbench.toolbox.gradient.GradientMode;

/**
 * The content of a tensor in host memory.
 *
 * @param bytes values in native byte order
 * @param shape shape
 * @param type data type
 */
record HostTensor(Shape shape, DataType type, byte[] bytes) {
  /** Allocates memory for a tensor's content. */
  static HostTensor like(NDArray tensor) {
    DataType type = tensor.getDataType();
    int size = Math.toIntExact(Math.multiplyExact(tensor.size(), type.getNumOfBytes()));
    return new HostTensor(tensor.getShape(), type, new byte[size]);
  }

  boolean fits(NDArray tensor) {
    return shape.equals(tensor.getShape()) && type == tensor.getDataType();
  }

  /** Copies the content of a tensor. */
  void readFrom(NDArray tensor) {
    try (GradientMode off = GradientMode.off();
        NDScope scope = new NDScope()) {
      tensor.toByteBuffer(true).get(bytes);
    }
  }

  /** Writes the content into a tensor, in place. */
  void writeTo(NDArray tensor) {
    try (GradientMode off = GradientMode.off();
        NDScope scope = new NDScope()) {
      ByteBuffer buffer = ByteBuffer.allocateDirect(bytes.length).order(ByteOrder.nativeOrder());
      buffer.put(bytes).flip();
      tensor.getManager().create(buffer, shape, type).copyTo(tensor);
    }
  }
}
