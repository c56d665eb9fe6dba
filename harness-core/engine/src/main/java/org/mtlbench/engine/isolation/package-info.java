/**
 * Runs plugins of jars in a separate process, which examines them, binds their configs and plans
 * their cells. It answers through files. If a plugin breaks that process, the question is repeated
 * without the plugin.
 */
package org.mtlbench.engine.isolation;
