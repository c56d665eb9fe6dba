/**
 * Inside a worker process: trains and tests one cell from its work order, and writes its events,
 * checkpoints, and record.
 */
package org.mtlbench.engine.worker;
