package org.mtlbench.launch;

import org.mtlbench.results.FailureKind;

/**
 * Why a task ended without records of its cells, as the engine says.
 *
 * @param kind kind of failure
 * @param reason one sentence
 */
public record TaskEnd(FailureKind kind, String reason) {}
