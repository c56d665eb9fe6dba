/** Neuron rows of a parameter on the host, and masks that keep them at zero. */
package org.mtlbench.methods.neuronrow;
