/**
 * One cell from its claim to its end: recovers what earlier attempts left, starts a worker process
 * and supervises it. Used by the runner of a folder and by the tasks of an engine.
 */
package org.mtlbench.engine.cell;
