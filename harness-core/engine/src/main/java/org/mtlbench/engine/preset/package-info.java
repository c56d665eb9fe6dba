/** The matrices that come with the program. */
package org.mtlbench.engine.preset;
