/**
 * Checkpoints of cells: progress, registered state, and the file that holds them. A cell resumes
 * from its checkpoint with the same bits as an uninterrupted run.
 */
package org.mtlbench.engine.checkpoint;
