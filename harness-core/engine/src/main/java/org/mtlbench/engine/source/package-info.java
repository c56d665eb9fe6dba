/**
 * The source files of datasets: their checksums, and the problems that keep them from being used.
 */
package org.mtlbench.engine.source;
