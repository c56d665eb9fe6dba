/** What a run was made for: its record, the cells that were planned, the methods, the machine. */
package org.mtlbench.results.run;
