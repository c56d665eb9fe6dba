package org.mtlbench.toolbox.search;

import java.util.Arrays;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.method.Session;
import org.mtlbench.api.random.Permutation;

/** Draws a subset of the training split, for searches. */
public final class TrainingSubset {
  private TrainingSubset() {}

  /**
   * Indices of training examples, drawn without replacement from (seed, purpose).
   *
   * @param fraction fraction of the split, above 0 and at most 1; rounded, at least one example
   * @return in ascending order
   */
  public static int[] draw(Session session, String purpose, double fraction) {
    int all = session.dataset().split(SplitName.TRAIN).size();
    int size = Math.toIntExact(Math.max(1, Math.min(all, Math.round(fraction * all))));
    int[] order = Permutation.of(all, session.random().stream("training-subset/" + purpose));
    int[] chosen = Arrays.copyOf(order, size);
    Arrays.sort(chosen);
    return chosen;
  }
}
