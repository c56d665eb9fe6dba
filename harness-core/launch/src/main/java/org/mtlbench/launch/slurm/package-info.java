/** The launcher for Slurm: one job array, whose script can be read and edited. */
package org.mtlbench.launch.slurm;
