/**
 * The Java API: {@link org.mtlbench.engine.Benchmark} plans and runs a matrix from a program of
 * your own. The packages below do the work; their types appear here where they are what a caller
 * reads, such as {@link org.mtlbench.engine.plan.Plan} and {@link
 * org.mtlbench.engine.run.RunListener}.
 */
package org.mtlbench.engine;
