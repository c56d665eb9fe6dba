/** Functions of ATen operators that the engine has no binding for, run in one native call. */
package org.mtlbench.toolbox.torchscript;
