/** Factories of common kinds of tasks, each with its usual loss and metrics. */
package org.mtlbench.toolbox.task;
