package org.mtlbench.api.error;

/** The kind of thing that a user has to check to fix an error. */
public enum ErrorCategory {
  /** A matrix file, a config or an option of the command line. */
  CONFIG,
  /** The source files of a dataset: missing, broken, or not the published ones. */
  DATA,
  /** Another process is running in the run folder. */
  FOLDER_IN_USE,
  /** A disk, folder or file that is full, read-only, removed, damaged or too large. */
  STORAGE,
  /** A device, or the tensor engine that uses it. */
  DEVICE,
  /** A plugin, or a jar of plugins. */
  PLUGIN
}
