/**
 * COSMOS: one network for all preferences, which it reads as an input (Ruchte and Grabocka 2021).
 */
package org.mtlbench.methods.cosmos;
