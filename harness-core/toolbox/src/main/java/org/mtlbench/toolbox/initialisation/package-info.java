/** Initialisation of parameters from given random number generators. */
package org.mtlbench.toolbox.initialisation;
