/**
 * Matrix files: parsing with all errors at once, and the normalised form that identities are hashed
 * from. Knows no plugin.
 */
package org.mtlbench.engine.matrix;
