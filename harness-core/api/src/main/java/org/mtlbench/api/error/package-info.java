/**
 * Errors that a user can fix: one exception type with a category, a message and a hint. Any other
 * exception is an error of the program or of a plugin.
 */
package org.mtlbench.api.error;
