/**
 * Training loops and their parts: batches, epochs, evaluation, and selection of the best model.
 * Procedures are built from them.
 */
package org.mtlbench.toolbox.training;
