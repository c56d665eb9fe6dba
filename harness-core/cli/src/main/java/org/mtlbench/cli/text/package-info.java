/** What commands print about plugins and files, numbers in words, and the terminal's size. */
package org.mtlbench.cli.text;
