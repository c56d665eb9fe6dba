/**
 * Binds JSON objects to records, with every error and its path: configs of plugins over their
 * defaults, and matrix files. Used by the engine, and by plugins that compare or copy configs.
 */
package org.mtlbench.toolbox.config;
