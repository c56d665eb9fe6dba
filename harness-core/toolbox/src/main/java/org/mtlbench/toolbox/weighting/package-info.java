/** Helpers for weights of task losses. They work on host numbers, one per task. */
package org.mtlbench.toolbox.weighting;
