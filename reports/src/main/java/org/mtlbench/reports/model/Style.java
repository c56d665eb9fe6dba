package org.mtlbench.reports.model;

/** The semantic style of a piece of text; each format decides how it looks. */
public enum Style {
  /** Plain text. */
  PLAIN,
  /** An identifier or file name. */
  CODE,
  /** The best row of its architecture on its dataset: underlined in print. */
  BEST_OF_ARCHITECTURE,
  /** The best row of its dataset: bold. */
  BEST_OF_DATASET
}
