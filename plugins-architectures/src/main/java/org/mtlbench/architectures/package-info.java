/** The bundle of architectures and backbones, and code shared by several of them. */
package org.mtlbench.architectures;
