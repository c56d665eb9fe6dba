/** The commands, one class each, the exit codes, and helpers of single commands. */
package org.mtlbench.cli.command;
