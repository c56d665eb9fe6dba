package org.mtlbench.methods.ours.growl;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Which of the newly zeroed rows are restored if a layer exceeds its cap. */
public enum Restore {
  /** Rows drawn uniformly without replacement, as in the public code of Hotegni et al. */
  RANDOM {
    @Override
    int[] choose(int[] candidates, double[] before, int count, RandomGenerator random) {
      int[] pool = candidates.clone();
      for (int i = 0; i < count; i++) {
        int drawn = i + random.nextInt(pool.length - i);
        int swap = pool[i];
        pool[i] = pool[drawn];
        pool[drawn] = swap;
      }
      return sortedPrefix(pool, count);
    }
  },

  /** The rows of largest norm before the proximal step; at equal norms those of lower index. */
  LARGEST {
    @Override
    int[] choose(int[] candidates, double[] before, int count, RandomGenerator random) {
      double[] norms = Arrays.stream(candidates).mapToDouble(row -> before[row]).toArray();
      int[] ranked = Arrays.stream(DescendingOrder.of(norms)).map(i -> candidates[i]).toArray();
      return sortedPrefix(ranked, count);
    }
  };

  /** The chosen rows in ascending order; {@code count} is at most the number of candidates. */
  abstract int[] choose(int[] candidates, double[] before, int count, RandomGenerator random);

  private static int[] sortedPrefix(int[] rows, int count) {
    int[] chosen = Arrays.copyOf(rows, count);
    Arrays.sort(chosen);
    return chosen;
  }
}
