/** UW: uncertainty weighting (Kendall, Gal and Cipolla 2018). */
package org.mtlbench.methods.uw;
