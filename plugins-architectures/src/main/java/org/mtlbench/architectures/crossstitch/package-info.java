/**
 * Cross-stitch networks: one trunk per task, and units that combine the outputs of their stages.
 */
package org.mtlbench.architectures.crossstitch;
