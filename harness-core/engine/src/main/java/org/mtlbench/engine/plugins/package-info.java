/**
 * Loading plugins from the class path and from jars. Also plugins with their bound configs, as
 * planning and workers use them.
 */
package org.mtlbench.engine.plugins;
