/** The backbone {@code conv}: normalised convolutions and a linear layer. */
package org.mtlbench.architectures.conv;
