/** The built-in training losses, and helpers for custom ones. */
package org.mtlbench.toolbox.loss;
