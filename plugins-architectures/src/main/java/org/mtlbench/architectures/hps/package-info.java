/** Hard parameter sharing: one trunk, and one head per task. */
package org.mtlbench.architectures.hps;
