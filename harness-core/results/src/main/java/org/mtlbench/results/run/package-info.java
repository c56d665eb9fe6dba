/** The record of a run: planned cells, methods and machine. */
package org.mtlbench.results.run;
