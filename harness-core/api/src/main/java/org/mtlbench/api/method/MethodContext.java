package org.mtlbench.api.method;

import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.random.Randomness;

/**
 * What a method may know when it is made.
 *
 * @param dataset tasks and sizes
 * @param random the cell's randomness
 */
public record MethodContext(DatasetFacts dataset, Randomness random) {}
