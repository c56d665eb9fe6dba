/** The layout of a run folder, and crash-safe writing to it. */
package org.mtlbench.results.folder;
