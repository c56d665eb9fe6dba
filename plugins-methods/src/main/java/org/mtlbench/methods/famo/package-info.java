/** FAMO: fast adaptive multitask optimisation (Liu et al. 2023). */
package org.mtlbench.methods.famo;
