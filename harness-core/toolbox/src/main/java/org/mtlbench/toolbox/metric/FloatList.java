package org.mtlbench.toolbox.metric;

import java.util.ArrayList;
import java.util.List;

/** Arrays of numbers from several batches, joined when read. */
final class FloatList {
  private final List<float[]> arrays = new ArrayList<>();

  void add(float[] array) {
    arrays.add(array);
  }

  /** Everything added, in order, as a new array. */
  float[] toArray() {
    float[] joined = new float[arrays.stream().mapToInt(array -> array.length).sum()];
    int from = 0;
    for (float[] array : arrays) {
      System.arraycopy(array, 0, joined, from, array.length);
      from += array.length;
    }
    return joined;
  }
}
