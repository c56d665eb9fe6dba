/**
 * The contract of methods: weightings, aggregations, and procedures with phases. A session gives a
 * method the network, the data, and registered state for checkpoints.
 */
package org.mtlbench.api.method;
