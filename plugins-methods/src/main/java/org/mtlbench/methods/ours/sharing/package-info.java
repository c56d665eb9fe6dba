/**
 * Parameter sharing: the similarity of a layer's rows and their clustering by affinity propagation,
 * single-threaded and in single precision, so that layers of several thousand rows fit in memory.
 */
package org.mtlbench.methods.ours.sharing;
