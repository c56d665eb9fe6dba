/** The bundle of methods. */
package org.mtlbench.methods;
