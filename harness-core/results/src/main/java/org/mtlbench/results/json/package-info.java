/**
 * Records as JSON: strict reading, finite numbers only, and conversion of schema 1 to the current
 * version.
 */
package org.mtlbench.results.json;
