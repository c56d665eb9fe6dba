package org.mtlbench.api.dataset;

/**
 * One file a dataset is built from, as found.
 *
 * @param name the file's name relative to the data folder
 * @param state what was found
 * @param checksum SHA-256 of its (uncompressed) content in lower-case hex; empty if it was not read
 * @param remark what a user should know, for example which checksum was expected; may be empty
 */
public record SourceFile(String name, State state, String checksum, String remark) {
  /** How a source file compares with the published one. */
  public enum State {
    /** The published content, or a readable file of the user's own. */
    VERIFIED,
    /** Readable, but not the published content. */
    UNVERIFIED,
    /** Not there. */
    MISSING,
    /** There, but not usable. */
    BROKEN
  }
}
