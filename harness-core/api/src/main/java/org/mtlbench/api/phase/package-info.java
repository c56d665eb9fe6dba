/**
 * Phases of a method: what is planned of them, how many epochs a budget leaves, what one epoch
 * reports, and artefacts that several cells share.
 */
package org.mtlbench.api.phase;
