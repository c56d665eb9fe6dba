/** The dataset {@code images}: image files of the user with a table of labels. */
package org.mtlbench.datasets.imagefolder;
