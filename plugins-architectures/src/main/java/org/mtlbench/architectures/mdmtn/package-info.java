/** The monitored deep multi-task network: a trunk, and a monitor and a head for each task. */
package org.mtlbench.architectures.mdmtn;
