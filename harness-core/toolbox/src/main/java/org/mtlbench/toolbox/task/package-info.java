/** Factories of the common kinds of task, each with its usual loss and metrics. */
package org.mtlbench.toolbox.task;
