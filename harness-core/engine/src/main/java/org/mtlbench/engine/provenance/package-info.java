/**
 * The code that a result depends on: the classes that a plugin reaches, read from class files, and
 * a checksum over them.
 */
package org.mtlbench.engine.provenance;
