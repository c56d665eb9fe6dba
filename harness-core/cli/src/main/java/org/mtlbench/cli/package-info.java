/** The program: its entry, the root command, and how errors of users are reported. */
package org.mtlbench.cli;
