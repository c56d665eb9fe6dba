/**
 * The contract of tasks: what is predicted, the loss that training minimises, and the metrics that
 * judge it. Implementations of losses and metrics live in the toolbox and in plugins.
 */
package org.mtlbench.api.task;
