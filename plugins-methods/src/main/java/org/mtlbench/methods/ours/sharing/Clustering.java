package org.mtlbench.methods.ours.sharing;

import java.util.Arrays;

/** A partition of rows into clusters, each with one of its rows as exemplar. Immutable. */
public final class Clustering {
  /** Marks a missing exemplar. */
  public static final int NONE = -1;

  private final int[] exemplarOf;
  private final int clusters;
  private final int iterations;
  private final boolean converged;

  /**
   * Keeps the array. Each entry is an exemplar, whose own entry is itself, or all entries are NONE.
   */
  Clustering(int[] exemplarOf, int iterations, boolean converged) {
    this.exemplarOf = exemplarOf;
    this.clusters = count(exemplarOf);
    this.iterations = iterations;
    this.converged = converged;
  }

  private static int count(int[] exemplarOf) {
    int exemplars = 0;
    for (int row = 0; row < exemplarOf.length; row++) {
      if (exemplarOf[row] == row) {
        exemplars++;
      }
    }
    return exemplars;
  }

  /**
   * For each row the index of its exemplar, which is itself for an exemplar; {@link #NONE} for all
   * rows if no exemplar was found.
   */
  public int[] exemplarOf() {
    return exemplarOf.clone();
  }

  /** The number of clusters, 0 if no exemplar was found. */
  public int clusters() {
    return clusters;
  }

  /** The number of iterations. */
  public int iterations() {
    return iterations;
  }

  /** Whether the iterations converged. */
  public boolean converged() {
    return converged;
  }

  /**
   * The clusters as lists of their rows, ascending, in the order of the exemplars; empty if no
   * exemplar was found.
   */
  public int[][] members() {
    int rows = exemplarOf.length;
    int[] labels = new int[rows];
    int next = 0;
    for (int row = 0; row < rows; row++) {
      if (exemplarOf[row] == row) {
        labels[row] = next++;
      }
    }
    int[] sizes = new int[clusters];
    for (int exemplar : exemplarOf) {
      if (exemplar != NONE) {
        sizes[labels[exemplar]]++;
      }
    }
    int[][] members = new int[clusters][];
    Arrays.setAll(members, label -> new int[sizes[label]]);
    int[] filled = new int[clusters];
    for (int row = 0; row < rows; row++) {
      if (exemplarOf[row] != NONE) {
        int label = labels[exemplarOf[row]];
        members[label][filled[label]++] = row;
      }
    }
    return members;
  }
}
