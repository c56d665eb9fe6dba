/**
 * Training loops and their building blocks: batches, epochs, evaluation, and selection of the best
 * model.
 */
package org.mtlbench.toolbox.training;
