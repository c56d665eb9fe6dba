package org.mtlbench.methods.ours.sharing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Breaks cycles in which affinity propagation alternates between sets of exemplars without
 * converging.
 *
 * <p>The iterations are divided into eight periods. At the end of each period in the second half,
 * the candidates are the rows that changed between exemplar and non-exemplar during the period.
 * They are visited in decreasing order of the number of iterations as an exemplar; ties are broken
 * by the lower index. A candidate is permanently fixed as an exemplar unless its similarity to a
 * row fixed at the same time is at least the preference. The preference of a fixed row is raised
 * above every similarity, so that r(k, k) + a(k, k) cannot stay negative and the messages converge.
 * Fixing single variables when message passing has no fixed point is known as decimation (Mezard,
 * Parisi and Zecchina, Science 297, 2002).
 */
final class CycleBreaker {
  private static final int PERIODS = 8;

  private final float[][] similarities;
  private final float nearSimilarity;
  private final float fixingPreference;
  private final int firstFixing;
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
   * @param nearSimilarity similarity from which two rows are not fixed as exemplars at the same
   *     time
   * @param fixingPreference preference that makes a row an exemplar
   * @param maxIterations largest number of iterations, at least 1
   */
  CycleBreaker(
      float[][] similarities, float nearSimilarity, float fixingPreference, int maxIterations) {
    int n = similarities.length;
    this.similarities = similarities;
    this.nearSimilarity = nearSimilarity;
    this.fixingPreference = Math.max(nearSimilarity, fixingPreference);
    period = Math.max(1, maxIterations / PERIODS);
    firstFixing = (maxIterations + 1) / 2;
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
    if (iteration >= firstFixing && iteration % period == 0) {
      for (int k : exemplarsToFix()) {
        fixed[k] = true;
        messages.raisePreference(k, fixingPreference);
      }
    }
  }

  private List<Integer> exemplarsToFix() {
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
    return Math.max(similarities[i][k], similarities[k][i]) >= nearSimilarity;
  }
}
