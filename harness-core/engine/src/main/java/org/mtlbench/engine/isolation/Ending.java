package org.mtlbench.engine.isolation;

import java.util.Optional;
import org.mtlbench.engine.isolation.Breadcrumbs.Crumb;

/**
 * How a process of plugins ended.
 *
 * @param answer empty if it gave none
 * @param what it did in place of an answer, as a phrase without a subject; empty if it gave one
 * @param crumb its last call into plugins; empty if there was none
 * @param exiting file name of the jar whose code asked for the end of the process; empty if none
 *     did, or that is not known
 * @param output what was printed, shortened
 */
record Ending(
    Optional<Answer> answer,
    String what,
    Optional<Crumb> crumb,
    Optional<String> exiting,
    String output) {}
