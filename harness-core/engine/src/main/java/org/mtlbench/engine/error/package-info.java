/**
 * Classification of errors: maps exceptions of Java and of modules that do not know the plugin
 * contract to {@link org.mtlbench.api.error.HarnessException}.
 */
package org.mtlbench.engine.error;
