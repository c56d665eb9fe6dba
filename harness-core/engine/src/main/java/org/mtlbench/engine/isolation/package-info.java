/**
 * Plugins of jars in a process of their own, which examines them, binds their configs and plans
 * their cells. It answers through files; whatever a plugin does there, this process learns of it
 * and asks again without that plugin.
 */
package org.mtlbench.engine.isolation;
