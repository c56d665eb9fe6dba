package org.mtlbench.engine.checkpoint;

/**
 * Where an interrupted cell goes on.
 *
 * @param standing how far it has come
 * @param state what its method registered; nothing between trainings
 */
public record Checkpoint(Standing standing, HostState state) {}
