/** The bundle of architectures and backbones, and what several of them have in common. */
package org.mtlbench.architectures;
