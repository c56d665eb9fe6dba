package org.mtlbench.engine.isolation;

import java.nio.file.Path;
import java.util.List;
import org.mtlbench.engine.plugins.Exclusion;

/**
 * The input of a plugin process.
 *
 * @param question the question
 * @param jars the jars to load, in order
 * @param exclusions jars and plugins to exclude
 */
record Request(Question question, List<Path> jars, List<Exclusion> exclusions) {}
