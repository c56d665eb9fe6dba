/** The launcher that prints what would be submitted, for Slurm or for Kubernetes. */
package org.mtlbench.launch.print;
