/** LS: linear scalarisation with fixed weights. */
package org.mtlbench.methods.ls;
