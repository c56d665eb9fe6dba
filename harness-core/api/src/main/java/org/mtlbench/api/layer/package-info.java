/**
 * Descriptions of layers and networks without any tensor. Datasets provide them, and architectures
 * create networks from them.
 */
package org.mtlbench.api.layer;
