/** The backbone {@code vgg}: the network of multi-task experiments on CelebA. */
package org.mtlbench.architectures.vgg;
