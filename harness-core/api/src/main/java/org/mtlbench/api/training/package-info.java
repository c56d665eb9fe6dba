/**
 * The settings that all trainings share: optimiser, learning-rate schedule, initialisation and
 * model selection. Methods include them in their config records.
 */
package org.mtlbench.api.training;
