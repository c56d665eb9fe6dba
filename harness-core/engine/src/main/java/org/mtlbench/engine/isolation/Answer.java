package org.mtlbench.engine.isolation;

import java.util.List;
import java.util.Optional;
import org.mtlbench.api.config.Problem;
import org.mtlbench.engine.catalogue.Catalogue;

/**
 * How the process of plugins came to its end. The result of the question is a file of its own.
 *
 * @param catalogue the plugins; empty if they could not be loaded
 * @param problems why the input is invalid; empty if it is not
 * @param failure why the data could not be had; empty if it could
 * @param thrown what a plugin threw that nobody caught; empty if none did
 */
record Answer(
    Optional<Catalogue> catalogue,
    List<Problem> problems,
    Optional<String> failure,
    Optional<String> thrown) {
  static Answer done(Catalogue catalogue) {
    return new Answer(Optional.of(catalogue), List.of(), Optional.empty(), Optional.empty());
  }

  static Answer invalid(Catalogue catalogue, List<Problem> problems) {
    return new Answer(Optional.of(catalogue), problems, Optional.empty(), Optional.empty());
  }

  static Answer failed(Catalogue catalogue, String reason) {
    return new Answer(Optional.of(catalogue), List.of(), Optional.of(reason), Optional.empty());
  }

  static Answer thrown(String reason) {
    return new Answer(Optional.empty(), List.of(), Optional.empty(), Optional.of(reason));
  }
}
