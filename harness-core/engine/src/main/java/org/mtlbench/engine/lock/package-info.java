/** Locks between processes. The system releases them when a process ends. */
package org.mtlbench.engine.lock;
