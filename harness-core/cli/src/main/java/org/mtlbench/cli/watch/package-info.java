/**
 * The state of a run as its folder shows it, read by {@code mtlbench watch} from any machine that
 * sees the folder. Nothing here starts, stops or locks anything.
 */
package org.mtlbench.cli.watch;
