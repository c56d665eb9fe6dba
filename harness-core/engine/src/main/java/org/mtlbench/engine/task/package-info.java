/**
 * The tasks of a run folder for an engine that starts processes, such as Slurm: {@link
 * org.mtlbench.engine.task.Tasks} writes them and carries one out, {@link
 * org.mtlbench.engine.task.TaskStates} reads how far they are. Their processes share the folder and
 * nothing else.
 */
package org.mtlbench.engine.task;
