/**
 * The settings of a training stage that every method has in common: optimiser, learning-rate
 * schedule, initialisation and model selection. Methods take them into their config records.
 */
package org.mtlbench.api.training;
