package org.mtlbench.results;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a cell ended. */
public enum CellStatus {
  /** Trained and tested. */
  @JsonProperty("done")
  DONE("done"),
  /** An error stopped it. */
  @JsonProperty("failed")
  FAILED("failed"),
  /** A loss or a parameter was no longer finite. */
  @JsonProperty("diverged")
  DIVERGED("diverged"),
  /** It did not end within the time allowed. */
  @JsonProperty("timeout")
  TIMEOUT("timeout");

  private final String word;

  CellStatus(String word) {
    this.word = word;
  }

  /** The word used in JSON and tables. */
  public String word() {
    return word;
  }
}
