/**
 * Datasets whose splits are held in memory as tensors, and the selection of examples by position.
 */
package org.mtlbench.toolbox.dataset;
