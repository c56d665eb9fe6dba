/**
 * Checks of the command {@code doctor}: each looks at one thing that a run needs, and says what to
 * do if it is not well.
 */
package org.mtlbench.cli.doctor;
