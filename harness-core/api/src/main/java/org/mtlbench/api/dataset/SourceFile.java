package org.mtlbench.api.dataset;

/**
 * The name and the state of a source file of a dataset.
 *
 * @param name path relative to the data folder
 * @param state state of the file
 * @param checksum SHA-256 of its (uncompressed) content in lower-case hex; empty if it was not read
 * @param remark a remark for the user, for example the expected checksum; may be empty
 */
public record SourceFile(String name, State state, String checksum, String remark) {
  /** The state of a source file. */
  public enum State {
    /** The file has the published content, or is a readable file provided by the user. */
    VERIFIED,
    /** The file is readable, but its content differs from the published content. */
    UNVERIFIED,
    /** The file does not exist. */
    MISSING,
    /** The file exists but cannot be used. */
    BROKEN
  }
}
