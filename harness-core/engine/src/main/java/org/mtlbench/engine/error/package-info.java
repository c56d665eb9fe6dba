/**
 * Converts exceptions of Java and of modules that do not depend on the plugin API to {@link
 * org.mtlbench.api.error.HarnessException}.
 */
package org.mtlbench.engine.error;
