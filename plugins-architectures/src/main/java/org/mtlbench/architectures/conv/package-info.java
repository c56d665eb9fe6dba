/** The backbone {@code conv}: convolutions with batch normalisation, and a linear layer. */
package org.mtlbench.architectures.conv;
