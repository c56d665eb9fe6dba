/**
 * The composition root: Guice modules create one injector, from which picocli obtains commands and
 * their arguments. Nothing outside the command line depends on Guice.
 */
package org.mtlbench.cli.module;
