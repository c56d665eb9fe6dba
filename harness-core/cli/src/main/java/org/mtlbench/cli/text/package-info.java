/** Formatting of plugins, files and numbers for the terminal, and the terminal's size. */
package org.mtlbench.cli.text;
