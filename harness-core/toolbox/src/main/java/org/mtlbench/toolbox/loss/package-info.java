/** The built-in training losses, and what plugins need to write their own. */
package org.mtlbench.toolbox.loss;
