/** The backbone {@code mlp}: linear layers. */
package org.mtlbench.architectures.mlp;
