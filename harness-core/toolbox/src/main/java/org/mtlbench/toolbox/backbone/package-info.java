/**
 * Networks assembled from chains of layers: backbones with a flat feature, and a shared trunk with
 * heads.
 */
package org.mtlbench.toolbox.backbone;
