/** Multi-gate mixture-of-experts: shared experts, and one gate per task. */
package org.mtlbench.architectures.mmoe;
