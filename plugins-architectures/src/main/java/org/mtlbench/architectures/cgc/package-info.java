/** Customised gate control and progressive layered extraction: shared and task-specific experts. */
package org.mtlbench.architectures.cgc;
