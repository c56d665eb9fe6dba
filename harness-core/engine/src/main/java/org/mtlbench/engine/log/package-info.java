/**
 * The logs of a run: what runner and workers decide, with time and level, in the run folder and
 * nowhere else. Loggers are those of {@code java.util.logging}, which need no library.
 */
package org.mtlbench.engine.log;
