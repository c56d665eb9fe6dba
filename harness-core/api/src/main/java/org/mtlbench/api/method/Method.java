package org.mtlbench.api.method;

/**
 * A multi-task training method, fresh for each cell. From small to full: a {@link Weighting} turns
 * losses into weights, an {@link Aggregation} turns the trunk's task gradients into a direction, a
 * {@link Procedure} has phases of its own. The engine owns the epoch loop of all three.
 */
public sealed interface Method permits Weighting, Aggregation, Procedure {}
