/** The backbone {@code segnet}, with a feature per pixel. */
package org.mtlbench.architectures.segnet;
