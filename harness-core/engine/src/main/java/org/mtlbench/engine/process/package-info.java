/** Worker processes: the command line and environment they start with, and why one ended. */
package org.mtlbench.engine.process;
