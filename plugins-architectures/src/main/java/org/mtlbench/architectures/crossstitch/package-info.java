/** Cross-stitch networks: a trunk for each task, and units that mix what their stages give. */
package org.mtlbench.architectures.crossstitch;
