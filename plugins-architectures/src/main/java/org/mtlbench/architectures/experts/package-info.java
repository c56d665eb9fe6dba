/** Mixtures of experts: the levels of experts and gates used by {@code mmoe} and {@code cgc}. */
package org.mtlbench.architectures.experts;
