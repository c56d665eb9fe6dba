/**
 * Binds JSON objects to config records over their defaults, with every error and its path. Used by
 * the engine, and by plugins that compare or copy configs.
 */
package org.mtlbench.toolbox.config;
