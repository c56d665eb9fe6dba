/**
 * The dataset {@code scenes-synthetic}: ray-cast rooms with boxes, balls and cylinders, labelled
 * pixel by pixel.
 */
package org.mtlbench.datasets.scenes;
