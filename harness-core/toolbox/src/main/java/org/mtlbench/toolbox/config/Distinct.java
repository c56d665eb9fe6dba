package org.mtlbench.toolbox.config;

/** An entry of a list marked {@link Entries}; other entries are compared as they are. */
public interface Distinct {
  /** What no two entries have in common. */
  Object identity();
}
