/**
 * The API of tasks: targets, training losses, and evaluation metrics. Implementations of losses and
 * metrics are in the toolbox and in plugins.
 */
package org.mtlbench.api.task;
