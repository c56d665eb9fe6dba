package org.mtlbench.engine.checkpoint;

/**
 * The state from which an interrupted cell resumes.
 *
 * @param progress progress of the cell
 * @param state state registered by the method; empty between trainings
 */
public record Checkpoint(ProgressState progress, HostState state) {}
