/** MTAN: a shared trunk with attention for each task (Liu, Johns and Davison 2019). */
package org.mtlbench.methods.mtan;
