/**
 * Estimates of training time: operations of a network, throughput of a device, and the cost model
 * that combines them.
 */
package org.mtlbench.engine.cost;
