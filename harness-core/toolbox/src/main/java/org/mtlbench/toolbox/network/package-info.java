/**
 * Layers with parameters, and chains of them, created from their descriptions. Checks whether
 * layers fit together.
 */
package org.mtlbench.toolbox.network;
