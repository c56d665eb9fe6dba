/**
 * Layers, layer descriptions without tensors, and parameters. Backbones consist of descriptions,
 * from which architectures create networks.
 */
package org.mtlbench.api.layer;
