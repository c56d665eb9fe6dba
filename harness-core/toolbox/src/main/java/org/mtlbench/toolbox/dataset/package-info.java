/**
 * Datasets whose splits lie in memory as tensors. Also the selection of examples from a tensor by
 * position.
 */
package org.mtlbench.toolbox.dataset;
