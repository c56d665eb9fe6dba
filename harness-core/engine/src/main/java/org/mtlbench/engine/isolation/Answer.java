package org.mtlbench.engine.isolation;

import java.util.List;
import java.util.Optional;
import org.mtlbench.api.config.Problem;
import org.mtlbench.engine.catalogue.Catalogue;

/**
 * The outcome of a question. Its result is in a separate file.
 *
 * @param catalogue the plugins; empty if they could not be loaded
 * @param problems problems of the input; empty if it is valid
 * @param failure reason why data is not available; empty on success
 * @param thrown reason of an uncaught exception of a plugin; empty without one
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
