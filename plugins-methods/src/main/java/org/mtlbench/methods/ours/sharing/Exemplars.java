package org.mtlbench.methods.ours.sharing;

import java.util.Arrays;

/** Computes the final clusters from the exemplars elected by the messages. */
final class Exemplars {
  private Exemplars() {}

  /**
   * Assigns each row to its most similar exemplar, moves each exemplar to the row with the largest
   * total similarity within its cluster, and assigns again. Ties go to the lower index.
   *
   * @param similarities the diagonal is not read
   * @param elected ascending, at least one
   * @return for each row its exemplar
   */
  static int[] refine(float[][] similarities, int[] elected) {
    Clustering first = new Clustering(assign(similarities, elected), 0, true);
    int[] moved =
        Arrays.stream(first.members()).mapToInt(rows -> centre(similarities, rows)).toArray();
    Arrays.sort(moved);
    return assign(similarities, moved);
  }

  private static int[] assign(float[][] similarities, int[] exemplars) {
    int[] exemplarOf = new int[similarities.length];
    for (int i = 0; i < exemplarOf.length; i++) {
      float[] row = similarities[i];
      int nearest = exemplars[0];
      for (int k : exemplars) {
        if (row[k] > row[nearest]) {
          nearest = k;
        }
      }
      exemplarOf[i] = nearest;
    }
    for (int k : exemplars) {
      exemplarOf[k] = k;
    }
    return exemplarOf;
  }

  /**
   * The row with the largest total similarity to the others; preferences are equal and do not
   * matter.
   */
  private static int centre(float[][] similarities, int[] rows) {
    int centre = rows[0];
    double largest = Double.NEGATIVE_INFINITY;
    for (int candidate : rows) {
      double sum = 0;
      for (int i : rows) {
        if (i != candidate) {
          sum += similarities[i][candidate];
        }
      }
      if (sum > largest) {
        largest = sum;
        centre = candidate;
      }
    }
    return centre;
  }
}
