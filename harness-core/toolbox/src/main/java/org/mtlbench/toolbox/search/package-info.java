/**
 * Grid search for loss weights before the main training. The candidates are trained on a subset of
 * the training split, and their scores are artefacts that cells share.
 */
package org.mtlbench.toolbox.search;
