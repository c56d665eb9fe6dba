/** Hard parameter sharing: one trunk, and a head for each task. */
package org.mtlbench.architectures.hps;
