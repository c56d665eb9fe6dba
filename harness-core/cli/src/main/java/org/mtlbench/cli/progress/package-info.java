/**
 * The display of a run: a bar on a terminal, lines elsewhere, JSON for programs, and the estimate
 * of the time left.
 */
package org.mtlbench.cli.progress;
