/** The monitored deep multi-task network: a shared trunk, and one monitor and one head per task. */
package org.mtlbench.architectures.mdmtn;
