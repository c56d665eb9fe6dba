/**
 * Artefacts that cells share, such as teachers, in the run folder. An artefact is made once, under
 * a lock, and loaded by the cells that need it.
 */
package org.mtlbench.engine.artefact;
