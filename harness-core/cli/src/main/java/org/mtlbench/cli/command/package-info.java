/** The commands, one class each, with the exit codes and what a single command needs. */
package org.mtlbench.cli.command;
