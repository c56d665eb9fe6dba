/**
 * The dataset {@code scenes-synthetic}: ray-cast rooms with boxes, balls and cylinders, with dense
 * labels.
 */
package org.mtlbench.datasets.scenes;
