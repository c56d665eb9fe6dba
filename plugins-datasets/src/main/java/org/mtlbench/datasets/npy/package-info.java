/**
 * Arrays in NumPy's NPY format. DJL's decoder supports only arrays in C order, and allocates memory
 * according to the header before it checks the length of the file.
 */
package org.mtlbench.datasets.npy;
