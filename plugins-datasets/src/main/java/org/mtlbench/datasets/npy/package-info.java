/**
 * Arrays in NumPy's NPY format. DJL's own decoder reads arrays in C order only, and allocates what
 * a header asks for before it knows whether the file holds it.
 */
package org.mtlbench.datasets.npy;
