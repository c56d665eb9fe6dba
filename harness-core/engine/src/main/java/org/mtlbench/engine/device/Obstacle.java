package org.mtlbench.engine.device;

/**
 * A reason why GPUs are not used.
 *
 * @param what what was found, one clause without a full stop
 * @param nextStep what to do, an imperative sentence without a full stop
 */
public record Obstacle(String what, String nextStep) {}
