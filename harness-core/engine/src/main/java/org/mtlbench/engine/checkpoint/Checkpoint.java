package org.mtlbench.engine.checkpoint;

/**
 * The state from which an interrupted cell resumes.
 *
 * @param progress of the cell
 * @param state what its method registered; empty between trainings
 */
public record Checkpoint(ProgressState progress, HostState state) {}
