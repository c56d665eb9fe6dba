/**
 * How records become JSON and are read back: strict reading, finite numbers only, and conversion of
 * schema 1 to the current version.
 */
package org.mtlbench.results.json;
