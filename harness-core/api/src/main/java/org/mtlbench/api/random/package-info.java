/**
 * Randomness derived from the seed of a cell, a purpose, and indices. Equal seeds give equal bits,
 * independently of earlier uses.
 */
package org.mtlbench.api.random;
