/**
 * Randomness derived from the seed of a cell, a purpose, and indices. Equal seeds give equal bits,
 * whatever ran before.
 */
package org.mtlbench.api.random;
