/** The dataset {@code images}: the user's own image files, labelled by a table. */
package org.mtlbench.datasets.imagefolder;
