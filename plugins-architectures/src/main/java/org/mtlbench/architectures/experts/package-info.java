/** Mixtures of experts: levels of experts and gates, of which {@code mmoe} and {@code cgc} are. */
package org.mtlbench.architectures.experts;
