/**
 * Exclusion between processes: claims of cells, on which the results depend, and file locks, which
 * only avoid work that would be done twice.
 */
package org.mtlbench.engine.lock;
