/**
 * Runs: schedules the cells of a plan on slots, restarts what failed, and recovers what earlier
 * runs left in the folder.
 */
package org.mtlbench.engine.run;
