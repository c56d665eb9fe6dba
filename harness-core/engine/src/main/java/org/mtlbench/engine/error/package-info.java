/**
 * What an error means to a user: finds the {@link org.mtlbench.api.error.HarnessException} behind
 * what modules without the plugin contract, and Java, have thrown.
 */
package org.mtlbench.engine.error;
