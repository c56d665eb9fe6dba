/**
 * The composition root: Guice modules that make one injector, from which picocli takes commands and
 * their arguments. Nothing outside the command line sees Guice.
 */
package org.mtlbench.cli.module;
