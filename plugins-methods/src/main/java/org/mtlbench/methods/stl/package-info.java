/** STL: single-task learning, one network per task. */
package org.mtlbench.methods.stl;
