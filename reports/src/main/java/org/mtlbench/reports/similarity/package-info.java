/**
 * Similarity maps: charts of the pairwise similarity of the neuron rows of each sparse layer of a
 * trained model, as in figure 7 of Hotegni et al. 2024. Models are read from the files that a run
 * keeps in {@code models}, without the engine.
 */
package org.mtlbench.reports.similarity;
