/**
 * The logs of a run: decisions of runner and workers with time and level, written to the run folder
 * only. Uses {@code java.util.logging}, which needs no library.
 */
package org.mtlbench.engine.log;
