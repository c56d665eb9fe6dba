package org.mtlbench.toolbox.metric;

import java.util.ArrayList;
import java.util.List;

/** Collects float arrays of several batches. */
final class FloatList {
  private final List<float[]> arrays = new ArrayList<>();

  void add(float[] array) {
    arrays.add(array);
  }

  /**
   * All numbers in order, as a new array.
   *
   * @throws ArithmeticException if there are more numbers than an array can hold
   */
  float[] toArray() {
    long length = arrays.stream().mapToLong(array -> array.length).sum();
    float[] joined = new float[Math.toIntExact(length)];
    int from = 0;
    for (float[] array : arrays) {
      System.arraycopy(array, 0, joined, from, array.length);
      from += array.length;
    }
    return joined;
  }
}
