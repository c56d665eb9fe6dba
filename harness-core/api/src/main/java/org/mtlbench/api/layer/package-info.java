/**
 * Layers and their descriptions without any tensor. Backbones consist of descriptions, and
 * architectures create networks from them.
 */
package org.mtlbench.api.layer;
