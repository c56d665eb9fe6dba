/**
 * The API of methods: weightings, aggregations, and procedures with phases. A session provides the
 * network, the data, and the registry of checkpointed state.
 */
package org.mtlbench.api.method;
