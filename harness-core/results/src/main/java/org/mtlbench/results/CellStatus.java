package org.mtlbench.results;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a cell ended. */
public enum CellStatus {
  /** Trained and tested. */
  @JsonProperty("done")
  DONE("done"),
  /** Stopped by an error. */
  @JsonProperty("failed")
  FAILED("failed"),
  /** A loss or a parameter became NaN or infinite. */
  @JsonProperty("diverged")
  DIVERGED("diverged"),
  /** Not finished within the time limit. */
  @JsonProperty("timeout")
  TIMEOUT("timeout");

  private final String word;

  CellStatus(String word) {
    this.word = word;
  }

  /** The name in JSON and tables. */
  public String word() {
    return word;
  }
}
