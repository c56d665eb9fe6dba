/**
 * Binds JSON objects to records and reports every error with its path: plugin configs with their
 * defaults, and matrix files. Used by the engine, and by plugins that compare or copy configs.
 */
package org.mtlbench.toolbox.config;
