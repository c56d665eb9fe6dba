/** The backbone {@code resnet}: residual networks for small images. */
package org.mtlbench.architectures.resnet;
