/** The backbone {@code segnet}, with a feature for every pixel. */
package org.mtlbench.architectures.segnet;
