/**
 * Checks of the command {@code doctor}: each checks one requirement of a run and gives advice if it
 * is not met.
 */
package org.mtlbench.cli.doctor;
