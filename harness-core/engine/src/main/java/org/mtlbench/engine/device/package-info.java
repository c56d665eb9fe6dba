/**
 * Devices on which cells train: what the user asks for, what driver and GPUs the machine has, and
 * which devices a run uses. Nothing here loads the tensor engine.
 */
package org.mtlbench.engine.device;
