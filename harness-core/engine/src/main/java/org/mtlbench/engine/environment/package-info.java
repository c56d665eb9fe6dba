/** The machine and the process: devices, versions, memory, time, and floating-point mode. */
package org.mtlbench.engine.environment;
