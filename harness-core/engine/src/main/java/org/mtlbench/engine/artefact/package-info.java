/**
 * Artefacts that cells share, such as teachers, in the run folder. An artefact is made by the first
 * cell that needs it, and loaded by the others.
 */
package org.mtlbench.engine.artefact;
