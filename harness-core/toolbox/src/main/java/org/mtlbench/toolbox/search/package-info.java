/**
 * Grid search for the weights of task losses before the main training. The candidates are trained
 * on a subset of the training split and become artefacts that cells share.
 */
package org.mtlbench.toolbox.search;
