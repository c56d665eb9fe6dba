/**
 * Errors that a user can do something about: one exception type with a category, a message and a
 * hint. Anything else that is thrown is an error of the program or of a plugin.
 */
package org.mtlbench.api.error;
