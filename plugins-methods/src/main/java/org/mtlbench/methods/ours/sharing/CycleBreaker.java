package org.mtlbench.methods.ours.sharing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Breaks the cycles in which affinity propagation alternates between sets of exemplars without end.
 *
 * <p>A period is an eighth of the largest number of iterations. At the end of each period from half
 * of the iterations on, the rows that became an exemplar or ceased to be one within the period are
 * considered, first those that were an exemplar in most of its iterations, among equals the lower
 * index first. Each becomes an exemplar for good, unless a row that became one at the same time is
 * at least as similar to it as the preference. For that its preference is raised above every
 * similarity, so that r(k, k) + a(k, k) cannot stay negative, and the messages settle around it.
 * Fixing single variables where message passing finds no fixed point is known as decimation
 * (Mezard, Parisi and Zecchina, Science 297, 2002).
 */
final class CycleBreaker {
  private static final int PERIODS = 8;

  private final float[][] similarities;
  private final float near;
  private final float decisive;
  private final int half;
  private final int period;
  private final boolean[] changed;
  private final boolean[] fixed;
  private final int[] timesElected;
  private boolean[] previous;
  private int iteration;

  /**
   * Nothing observed yet.
   *
   * @param similarities the diagonal is not read
   * @param near the similarity from which on two rows do not become exemplars at the same time
   * @param decisive the preference that makes a row an exemplar
   * @param maxIterations at least 1
   */
  CycleBreaker(float[][] similarities, float near, float decisive, int maxIterations) {
    int n = similarities.length;
    this.similarities = similarities;
    this.near = near;
    this.decisive = Math.max(near, decisive);
    period = Math.max(1, maxIterations / PERIODS);
    half = (maxIterations + 1) / 2;
    changed = new boolean[n];
    fixed = new boolean[n];
    timesElected = new int[n];
    previous = new boolean[n];
  }

  /** Counts one more iteration, and makes rows exemplars if it ends a period. */
  void observe(boolean[] elected, MessagePassing messages) {
    boolean first = iteration % period == 0;
    iteration++;
    for (int k = 0; k < elected.length; k++) {
      boolean changes = elected[k] != previous[k];
      changed[k] = changes || (changed[k] && !first);
      timesElected[k] = (first ? 0 : timesElected[k]) + (elected[k] ? 1 : 0);
    }
    previous = elected;
    if (iteration >= half && iteration % period == 0) {
      for (int k : chosen()) {
        fixed[k] = true;
        messages.raisePreference(k, decisive);
      }
    }
  }

  private List<Integer> chosen() {
    List<Integer> candidates =
        IntStream.range(0, changed.length)
            .filter(k -> changed[k] && !fixed[k])
            .boxed()
            .sorted(Comparator.comparingInt(k -> -timesElected[k]))
            .toList();
    List<Integer> chosen = new ArrayList<>();
    for (int k : candidates) {
      if (chosen.stream().noneMatch(other -> areNear(k, other))) {
        chosen.add(k);
      }
    }
    return chosen;
  }

  private boolean areNear(int i, int k) {
    return Math.max(similarities[i][k], similarities[k][i]) >= near;
  }
}
