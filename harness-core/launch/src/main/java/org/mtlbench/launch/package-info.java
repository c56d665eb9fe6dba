/**
 * Where the workers of a run are started: {@link org.mtlbench.launch.Launcher} and what launchers
 * share. Each launcher hands the tasks of a run folder to something that runs {@code mtlbench
 * work}.
 */
package org.mtlbench.launch;
