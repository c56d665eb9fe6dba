/** STL: single-task learning, one network for each task. */
package org.mtlbench.methods.stl;
