/** Initialisation of parameters. Every scheme draws from the random numbers it is given. */
package org.mtlbench.toolbox.initialisation;
