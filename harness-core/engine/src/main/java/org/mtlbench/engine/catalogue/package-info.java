/**
 * The interface to plugins for the runner and commands, which exchange only data with them.
 * Contains the interface, its data types, and the implementation for plugins loaded in this
 * process.
 */
package org.mtlbench.engine.catalogue;
