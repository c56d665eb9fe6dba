/**
 * Training loops and their parts: batches, steps, evaluation, selection of the best model, and grid
 * search. Weightings and aggregations become procedures here.
 */
package org.mtlbench.spi.toolbox.training;
