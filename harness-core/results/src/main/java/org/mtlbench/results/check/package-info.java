/**
 * The range and presence checks that all records share, with messages that state what is allowed.
 */
package org.mtlbench.results.check;
