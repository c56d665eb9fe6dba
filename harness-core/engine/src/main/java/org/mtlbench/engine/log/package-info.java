/**
 * The logs of a run: decisions of the runner and its workers with time and level, in the run
 * folder. Loggers are those of {@code java.util.logging}, which need no library.
 */
package org.mtlbench.engine.log;
