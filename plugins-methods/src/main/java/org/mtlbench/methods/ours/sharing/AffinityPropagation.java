package org.mtlbench.methods.ours.sharing;

import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Affinity propagation (Frey and Dueck, "Clustering by Passing Messages Between Data Points",
 * Science 315, 2007), with the conventions of scikit-learn's {@code affinity_propagation}:
 *
 * <ul>
 *   <li>k is an exemplar if r(k, k) + a(k, k) > 0;
 *   <li>it has converged if no row has changed between exemplar and non-exemplar in the last {@code
 *       stableIterations} iterations, there is an exemplar, and more than that many iterations were
 *       run;
 *   <li>rows go to their most similar exemplar, each exemplar moves to the centre of its cluster,
 *       and rows are assigned once more.
 * </ul>
 *
 * <p>Differences: if it does not converge, the exemplars of the last iteration are used and the
 * result is marked as not converged; if there are none, no row has a cluster. Cycles are broken,
 * see {@link CycleBreaker}: if it has not converged in the first half of the iterations, some of
 * the rows that still alternate are made exemplars permanently. A larger damping does not break
 * cycles: at 0.9 they are so slow that they look stable, and reappear in later iterations. Inputs
 * that converge in the first half are not affected.
 *
 * <p>A symmetric matrix with equal preferences has many exact ties: of two rows that are each
 * other's nearest neighbour, either may be the exemplar, and without a perturbation both oscillate
 * together. Preferences are therefore increased by at most 2^-20 times the largest magnitude among
 * preference and similarities: that of row k by frac(k * golden ratio) times this amount. Single
 * precision leaves only 17 values in this range, so two rows that are each other's nearest
 * neighbour get values from opposite quarters of it, the lower index the lower one; they differ by
 * at least three units in the last place for any number of rows. The same input always gives the
 * same clusters. scikit-learn perturbs every similarity by a random relative 2^-52 instead, and
 * needs about 30 more iterations to break the ties. Cycles that are not ties occur in double
 * precision too.
 *
 * <p>Messages are single precision, computed by one host thread or as tensors on a device. On the
 * host, memory and time per iteration are proportional to the number of pairs that are at least as
 * similar as the preference, see {@link Messages}: up to 16 bytes per pair in addition to the
 * similarities, in total 1.04 GB for 7,200 rows if all pairs are, and only the 4 bytes of the
 * similarities if few are.
 *
 * @param damping the weight of a message's old value, in [0.5, 1)
 * @param maxIterations at least 1
 * @param stableIterations number of iterations without change required for convergence, at least 1
 */
public record AffinityPropagation(double damping, int maxIterations, int stableIterations) {
  /** The defaults of the paper: damping 0.5, 200 iterations, 15 stable iterations. */
  public static final AffinityPropagation STANDARD = new AffinityPropagation(0.5, 200, 15);

  /** The perturbation's size relative to the largest magnitude: 8 times float's spacing at 1. */
  private static final double TIE_BREAKING = 0x1p-20;

  private static final double GOLDEN_RATIO = (Math.sqrt(5) - 1) / 2;

  /** Checks the ranges. */
  public AffinityPropagation {
    if (!(damping >= 0.5 && damping < 1)) {
      throw new IllegalArgumentException(
          "the damping is " + damping + ", but must lie in [0.5, 1)");
    }
    if (maxIterations < 1) {
      throw new IllegalArgumentException(
          "the largest number of iterations is " + maxIterations + ", but must be at least 1");
    }
    if (stableIterations < 1) {
      throw new IllegalArgumentException(
          "the number of stable iterations is " + stableIterations + ", but must be at least 1");
    }
  }

  /**
   * Clusters rows by their similarities.
   *
   * <p>If all similarities between different rows are equal, no iteration is needed: with a larger
   * or equal preference each row is its own cluster, otherwise all rows form one cluster around row
   * 0.
   *
   * @param similarities an n x n matrix, finite; the diagonal is not read; not modified
   * @param preference self-similarity of all rows, finite; larger values give more clusters
   * @throws IllegalArgumentException if the matrix is not square or a number is not finite
   */
  public Clustering cluster(float[][] similarities, double preference) {
    return cluster(similarities, preference, Optional.empty(), () -> {});
  }

  /**
   * Clusters rows by their similarities, with messages on a device.
   *
   * @param device determines the device; absent for host loops, which are faster than tensors on a
   *     CPU
   * @param border called before each iteration; may throw to abort
   * @see #cluster(float[][], double)
   */
  public Clustering cluster(
      float[][] similarities, double preference, Optional<NDManager> device, Runnable border) {
    int n = similarities.length;
    if (!Double.isFinite(preference) || Math.abs(preference) > Float.MAX_VALUE) {
      throw new IllegalArgumentException(
          "the preference is " + preference + ", but must be a finite single-precision number");
    }
    Summary summary = Summary.of(similarities);
    if (n < 2) {
      return new Clustering(new int[n], 0, true);
    }
    if (summary.smallest == summary.largest) {
      boolean alone = preference >= summary.smallest;
      return new Clustering(alone ? IntStream.range(0, n).toArray() : new int[n], 0, true);
    }
    float[] preferences = summary.preferences(preference);
    float decisive = summary.largest + (summary.largest - summary.smallest);
    CycleBreaker cycles =
        new CycleBreaker(similarities, (float) preference, decisive, maxIterations);
    try (MessagePassing messages = start(similarities, preferences, device)) {
      return propagate(similarities, messages, cycles, border);
    }
  }

  private MessagePassing start(
      float[][] similarities, float[] preferences, Optional<NDManager> device) {
    if (device.isPresent()) {
      return new DeviceMessages(device.get(), similarities, preferences);
    }
    return new Messages(similarities, preferences);
  }

  private Clustering propagate(
      float[][] similarities, MessagePassing messages, CycleBreaker cycles, Runnable border) {
    int n = similarities.length;
    boolean[] exemplar = new boolean[n];
    int stable = 0;
    int iteration = 0;
    boolean converged = false;
    while (iteration < maxIterations && !converged) {
      border.run();
      messages.iterate((float) damping);
      iteration++;
      boolean[] elected = messages.elected();
      stable = Arrays.equals(elected, exemplar) ? stable + 1 : 1;
      exemplar = elected;
      converged = stable >= stableIterations && iteration > stableIterations && any(exemplar);
      if (!converged) {
        cycles.observe(exemplar, messages);
      }
    }
    boolean[] last = exemplar;
    int[] exemplarOf = new int[n];
    if (any(last)) {
      int[] elected = IntStream.range(0, n).filter(k -> last[k]).toArray();
      exemplarOf = Exemplars.refine(similarities, elected);
    } else {
      Arrays.fill(exemplarOf, Clustering.NONE);
    }
    return new Clustering(exemplarOf, iteration, converged);
  }

  private static boolean any(boolean[] flags) {
    for (boolean flag : flags) {
      if (flag) {
        return true;
      }
    }
    return false;
  }

  /**
   * Statistics of the similarities between different rows, for the perturbation.
   *
   * @param smallest smallest similarity
   * @param largest largest similarity
   * @param nearest for each row the most similar other row; among equals the lowest index
   */
  record Summary(float smallest, float largest, int[] nearest) {
    /** The perturbed preferences of the rows. */
    float[] preferences(double preference) {
      double magnitude = Math.max(Math.abs(smallest), Math.abs(largest));
      double size = TIE_BREAKING * Math.max(Math.abs(preference), magnitude);
      float[] preferences = new float[nearest.length];
      for (int k = 0; k < preferences.length; k++) {
        double fraction = k * GOLDEN_RATIO % 1;
        int partner = nearest[k];
        if (nearest[partner] == k) {
          fraction = (fraction + (k < partner ? 0 : 3)) / 4;
        }
        preferences[k] = (float) (preference + size * fraction);
      }
      return preferences;
    }

    static Summary of(float[][] similarities) {
      int n = similarities.length;
      float smallest = Float.POSITIVE_INFINITY;
      float largest = Float.NEGATIVE_INFINITY;
      int[] nearest = new int[n];
      for (int i = 0; i < n; i++) {
        float[] row = similarities[i];
        if (row.length != n) {
          throw new IllegalArgumentException(
              "row " + i + " has " + row.length + " similarities, but there are " + n + " rows");
        }
        float best = Float.NEGATIVE_INFINITY;
        for (int k = 0; k < n; k++) {
          if (k == i) {
            continue;
          }
          float s = row[k];
          if (!Float.isFinite(s)) {
            throw new IllegalArgumentException(
                "the similarity of rows " + i + " and " + k + " is " + s + ", but must be finite");
          }
          smallest = s < smallest ? s : smallest;
          if (s > best) {
            best = s;
            nearest[i] = k;
          }
        }
        largest = best > largest ? best : largest;
      }
      return new Summary(smallest, largest, nearest);
    }
  }
}
