package org.mtlbench.engine.isolation;

import java.util.Optional;
import org.mtlbench.engine.isolation.Breadcrumbs.Crumb;

/**
 * The end of a plugin process.
 *
 * @param answer the answer; empty if there was none
 * @param what what happened instead of an answer, as a phrase without subject; empty with an answer
 * @param crumb last call into plugins; empty if there was none
 * @param exiting file name of the jar whose code ended the process; empty if none did or it is
 *     unknown
 * @param output printed output, shortened
 */
record Ending(
    Optional<Answer> answer,
    String what,
    Optional<Crumb> crumb,
    Optional<String> exiting,
    String output) {}
