/**
 * Layers with parameters, and chains of them, created from layer descriptions, and checks that
 * layers fit together.
 */
package org.mtlbench.toolbox.network;
