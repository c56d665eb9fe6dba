package org.mtlbench.reports.model;

/** What a piece of text stands out for; how that looks is up to the format. */
public enum Style {
  /** Nothing. */
  PLAIN,
  /** A name in a program or a file. */
  CODE,
  /** The best of its architecture on its dataset: underlined in print. */
  BEST_OF_ARCHITECTURE,
  /** The best of its dataset: bold. */
  BEST_OF_DATASET
}
