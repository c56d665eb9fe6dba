package org.mtlbench.engine.isolation;

import java.nio.file.Path;
import java.util.List;
import org.mtlbench.engine.plugins.Exclusion;

/**
 * What the process of plugins is started for.
 *
 * @param question what is asked
 * @param jars the jars to load, in order
 * @param exclusions jars and plugins to leave out
 */
record Request(Question question, List<Path> jars, List<Exclusion> exclusions) {}
