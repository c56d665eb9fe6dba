/**
 * Complete sets of the tensor engine's classes and libraries with CUDA: how they are installed and
 * checked, and whether a process uses one of them or the program's own CPU library. Apart from the
 * trial of a set in a process of its own, nothing here loads the engine.
 */
package org.mtlbench.engine.library;
