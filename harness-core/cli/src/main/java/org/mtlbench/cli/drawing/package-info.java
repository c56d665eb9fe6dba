/**
 * Drawings of trained networks. {@link org.mtlbench.cli.drawing.NetworkLayout} assigns positions,
 * {@link org.mtlbench.cli.drawing.NetworkDrawing} draws.
 */
package org.mtlbench.cli.drawing;
