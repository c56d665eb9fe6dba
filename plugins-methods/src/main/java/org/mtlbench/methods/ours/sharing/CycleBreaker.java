package org.mtlbench.methods.ours.sharing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Breaks infinite cycles in which affinity propagation alternates between sets of exemplars.
 *
 * <p>A period is an eighth of the largest number of iterations. At the end of each period from half
 * of the iterations on, the rows that changed between exemplar and non-exemplar within the period
 * are considered, in order of decreasing time as an exemplar, among equals the lower index first.
 * Each becomes an exemplar permanently, unless a row that was fixed in the same period is at least
 * as similar to it as the preference. Its preference is raised above every similarity, so that r(k,
 * k) + a(k, k) cannot stay negative, and the messages converge around it. Fixing single variables
 * when message passing has no fixed point is known as decimation (Mezard, Parisi and Zecchina,
 * Science 297, 2002).
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
   * Creates a breaker before the first iteration.
   *
   * @param similarities the diagonal is not read
   * @param near similarity above which two rows do not become exemplars in the same period
   * @param decisive preference that makes a row an exemplar
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

  /** Observes an iteration; at the end of a period, fixes exemplars. */
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
