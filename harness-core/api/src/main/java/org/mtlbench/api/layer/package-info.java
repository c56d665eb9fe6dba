/**
 * Layers, their descriptions without any tensor, and their parameters. Backbones consist of
 * descriptions, and architectures create networks from them.
 */
package org.mtlbench.api.layer;
