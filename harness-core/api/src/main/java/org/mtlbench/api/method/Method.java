package org.mtlbench.api.method;

/**
 * A multi-task training method; one instance per cell. A {@link Weighting} turns losses into
 * weights, an {@link Aggregation} turns task gradients of the trunk into an update direction, a
 * {@link Procedure} defines its own phases. The engine runs the epoch loop of all three.
 */
public sealed interface Method permits Weighting, Aggregation, Procedure {}
