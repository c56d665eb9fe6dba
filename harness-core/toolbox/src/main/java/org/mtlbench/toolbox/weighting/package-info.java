/** Helpers for loss weights on host numbers, one per task. */
package org.mtlbench.toolbox.weighting;
