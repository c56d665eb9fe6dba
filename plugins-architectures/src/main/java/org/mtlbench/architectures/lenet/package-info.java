/** The backbone {@code lenet}: convolutions and a linear layer. */
package org.mtlbench.architectures.lenet;
