package org.mtlbench.methods.ours.sharing;

import java.util.Arrays;

/**
 * The messages of affinity propagation: responsibilities r(i, k) and availabilities a(i, k), damped
 * and updated alternately (Frey and Dueck, Science 2007, equations 1 to 3).
 *
 * <pre>
 * r(i, k) = s(i, k) - max over k' != k of [a(i, k') + s(i, k')]
 * a(i, k) = min(0, r(k, k) + sum over i' not in {i, k} of max(0, r(i', k)))
 * a(k, k) = sum over i' != k of max(0, r(i', k))
 * </pre>
 *
 * <p>Only few pairs of rows need separate messages. a(i, i) is never negative, so if s(i, k) is
 * less than the preference s(i, i) of row i, k loses against i itself: r(i, k) is never positive,
 * adds nothing to any sum, and a(i, k) is the same number for all such i. This holds for rounded
 * numbers too, since rounding is monotone. A row therefore keeps messages for its candidates only:
 * the rows at least as similar to it as its preference, and its {@value #NEAREST} nearest. The
 * others are read only if row i is its own best choice (then r(i, i) is its lead over the best of
 * all others) and no candidate reaches the largest similarity among the others. The messages are
 * bitwise equal to those of the equations on the full matrix.
 *
 * <p>The availabilities of a row depend on the other rows only through one number per column, the
 * sum of the supports. The availabilities of one iteration are therefore updated together with the
 * responsibilities of the next, row by row, while the sums for the following iteration are
 * accumulated. max(x, 0) is computed as (x + |x|) / 2, which is exact and, unlike {@link
 * Math#max(float, float)}, is always compiled to the same code.
 *
 * <p>Memory in addition to the similarities: 16 bytes per row and candidate. Time of an iteration:
 * one step per row and candidate.
 */
final class Messages implements MessagePassing {
  /** The minimum number of candidates of a row. */
  static final int NEAREST = 32;

  /**
   * Adding and subtracting this constant turns very small numbers into 0. Otherwise decaying
   * availabilities would become subnormal numbers after about 130 halvings, which slow the
   * processor down several times.
   */
  private static final float FLUSH = 0x1p-100f;

  private final float[][] similarities;
  private final float[] preferences;
  private final Candidates[] candidates;
  private final float[] ownResponsibility;
  private final float[] ownAvailability;

  /** a(i, k) of column k for every row i for which k is not a candidate. */
  private final float[] commonAvailability;

  private final float[] scores;

  /** The damping of the last iteration, whose availabilities have not been updated yet. */
  private float damping;

  /** For each column k: r(k, k) + sum over i != k of max(0, r(i, k)). */
  private float[] support;

  private float[] nextSupport;

  /** Initialises all messages with 0; the diagonal of the similarities is not read. */
  Messages(float[][] similarities, float[] preferences) {
    int n = similarities.length;
    this.similarities = similarities;
    this.preferences = preferences.clone();
    candidates = new Candidates[n];
    for (int i = 0; i < n; i++) {
      candidates[i] = Candidates.of(similarities[i], i, preferences[i]);
    }
    ownResponsibility = new float[n];
    ownAvailability = new float[n];
    commonAvailability = new float[n];
    scores = new float[n];
    support = new float[n];
    nextSupport = new float[n];
  }

  /** Updates all responsibilities once; the availabilities follow from the sums. */
  @Override
  public void iterate(float damping) {
    int n = preferences.length;
    Arrays.fill(nextSupport, 0);
    for (int k = 0; k < n; k++) {
      ownAvailability[k] = nextOwnAvailability(k);
      commonAvailability[k] = availability(commonAvailability[k], support[k], this.damping);
    }
    for (int i = 0; i < n; i++) {
      updateRow(i, damping);
    }
    float[] swap = support;
    support = nextSupport;
    nextSupport = swap;
    this.damping = damping;
  }

  /** r(k, k) + a(k, k) after the last iteration; k is an exemplar if this is positive. */
  float evidence(int k) {
    return nextOwnAvailability(k) + ownResponsibility[k];
  }

  @Override
  public boolean[] elected() {
    boolean[] elected = new boolean[preferences.length];
    for (int k = 0; k < elected.length; k++) {
      elected[k] = evidence(k) > 0;
    }
    return elected;
  }

  @Override
  public void close() {
    // Heap memory is freed by the garbage collector.
  }

  @Override
  public void raisePreference(int k, float preference) {
    preferences[k] = preference;
  }

  private float nextOwnAvailability(int k) {
    return damping * ownAvailability[k] + (1 - damping) * (support[k] - ownResponsibility[k]);
  }

  private static float availability(float before, float others, float damping) {
    return damping * before + 0.5f * (1 - damping) * (others - Math.abs(others)) + FLUSH - FLUSH;
  }

  private void updateRow(int i, float nextDamping) {
    Candidates row = candidates[i];
    int own = row.own;
    float[] t = scores;
    int n = row.columns.length;
    row.score(support, t, damping);
    t[own] = ownAvailability[i] + preferences[i];

    float largest = Float.NEGATIVE_INFINITY;
    float second = Float.NEGATIVE_INFINITY;
    int best = 0;
    for (int j = 0; j < n; j++) {
      float score = t[j];
      if (score > second) {
        if (score > largest) {
          second = largest;
          largest = score;
          best = j;
        } else {
          second = score;
        }
      }
    }
    if (best == own && second < row.largestOutside) {
      second = Math.max(second, bestOutside(i));
    }

    float[] r = row.responsibilities;
    float[] sums = nextSupport;
    int bestColumn = row.columns[best];
    float bestBefore = r[best];
    float bestSum = sums[bestColumn];
    float ownSum = sums[i];
    row.respond(sums, largest, nextDamping);
    float take = 1 - nextDamping;
    if (best != own) {
      r[best] = nextDamping * bestBefore + take * (row.similarities[best] - second);
      sums[bestColumn] = bestSum + positivePart(r[best]);
    }
    float rival = best == own ? second : largest;
    ownResponsibility[i] = nextDamping * ownResponsibility[i] + take * (preferences[i] - rival);
    sums[i] = ownSum + ownResponsibility[i];
  }

  /** The largest a(i, k) + s(i, k) among the columns k that are not candidates of row i. */
  private float bestOutside(int i) {
    float[] s = similarities[i];
    int[] columns = candidates[i].columns;
    float best = Float.NEGATIVE_INFINITY;
    int start = 0;
    for (int j = 0; j <= columns.length; j++) {
      int end = j < columns.length ? columns[j] : s.length;
      for (int k = start; k < end; k++) {
        float score = commonAvailability[k] + s[k];
        best = score > best ? score : best;
      }
      start = end + 1;
    }
    return best;
  }

  private static float positivePart(float x) {
    return 0.5f * (x + Math.abs(x));
  }

  /**
   * The columns for which a row has messages.
   *
   * @param columns ascending; includes the row itself
   * @param own position of the row itself in {@code columns}
   * @param largestOutside largest similarity to any other column
   */
  private record Candidates(
      int[] columns,
      int own,
      float largestOutside,
      float[] similarities,
      float[] responsibilities,
      float[] availabilities) {

    static Candidates of(float[] s, int i, float preference) {
      int n = s.length;
      float[] nearest = nearest(s, i);
      float least = nearest[0];
      int ties = 0;
      for (float similarity : nearest) {
        ties += similarity == least ? 1 : 0;
      }
      int[] columns = new int[n];
      int size = 0;
      int own = 0;
      float largestOutside = Float.NEGATIVE_INFINITY;
      for (int k = 0; k < n; k++) {
        if (k == i) {
          own = size;
          columns[size++] = k;
        } else if (s[k] >= preference || s[k] > least) {
          columns[size++] = k;
        } else if (s[k] == least && ties > 0) {
          ties--;
          columns[size++] = k;
        } else {
          largestOutside = Math.max(largestOutside, s[k]);
        }
      }
      columns = Arrays.copyOf(columns, size);
      float[] similarities = new float[size];
      for (int j = 0; j < size; j++) {
        similarities[j] = s[columns[j]];
      }
      return new Candidates(
          columns, own, largestOutside, similarities, new float[size], new float[size]);
    }

    /** The largest similarities of row i to others, ascending, padded with -infinity. */
    private static float[] nearest(float[] s, int i) {
      float[] nearest = new float[NEAREST];
      Arrays.fill(nearest, Float.NEGATIVE_INFINITY);
      for (int k = 0; k < s.length; k++) {
        if (k != i && s[k] > nearest[0]) {
          int place = 0;
          while (place + 1 < NEAREST && nearest[place + 1] < s[k]) {
            nearest[place] = nearest[place + 1];
            place++;
          }
          nearest[place] = s[k];
        }
      }
      return nearest;
    }

    /** Updates the availabilities and adds the similarities: t = a + s. */
    void score(float[] support, float[] t, float damping) {
      int[] c = columns;
      float[] s = similarities;
      float[] r = responsibilities;
      float[] a = availabilities;
      for (int j = 0; j < c.length; j++) {
        float others = support[c[j]] - positivePart(r[j]);
        a[j] = availability(a[j], others, damping);
        t[j] = a[j] + s[j];
      }
    }

    /**
     * Updates the responsibilities against one competitor, and adds their positive parts to the
     * sums.
     */
    void respond(float[] sums, float rival, float damping) {
      int[] c = columns;
      float[] s = similarities;
      float[] r = responsibilities;
      float take = 1 - damping;
      for (int j = 0; j < c.length; j++) {
        r[j] = damping * r[j] + take * (s[j] - rival);
        sums[c[j]] += positivePart(r[j]);
      }
    }
  }
}
