/**
 * Trained models as graphs of operations: recorded from any network, compressed, and written as
 * TorchScript archives that need none of our code.
 */
package org.mtlbench.engine.model;
