/** MTAN: a shared trunk with task-specific attention (Liu, Johns and Davison 2019). */
package org.mtlbench.methods.mtan;
