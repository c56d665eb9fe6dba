/** Multi-gate mixture-of-experts: experts that all tasks share, and a gate for each task. */
package org.mtlbench.architectures.mmoe;
