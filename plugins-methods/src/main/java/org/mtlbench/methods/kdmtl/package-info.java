/** KDMTL: distillation of single-task networks into a shared one (Li and Bilen 2020). */
package org.mtlbench.methods.kdmtl;
