package org.mtlbench.api.error;

/** What kind of thing a user has to look at to get rid of an error. */
public enum ErrorCategory {
  /** A matrix file, a config or an option of the command line. */
  CONFIG,
  /** The source files of a dataset: missing, broken, or not the published ones. */
  DATA,
  /** Another process works in the run folder. */
  FOLDER_IN_USE,
  /** A disk, a folder or a file: full, read-only, removed, broken, or too large to read. */
  STORAGE,
  /** A device, or the tensor engine that uses it. */
  DEVICE,
  /** A plugin, or a jar of plugins. */
  PLUGIN
}
