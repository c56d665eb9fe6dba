/** Functions of ATen operators without a binding in the engine, run in one native call. */
package org.mtlbench.toolbox.torchscript;
