package org.mtlbench.engine.plan;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.config.Problem;
import org.mtlbench.engine.plugins.Reasons;

/** What is wrong with a matrix, each thing once, in the order found. */
final class Problems {
  private final Set<Problem> found = new LinkedHashSet<>();

  void add(Problem problem) {
    found.add(problem);
  }

  void addAll(Collection<Problem> problems) {
    found.addAll(problems);
  }

  /** The result of a step, or its problems seen from where the user wrote. */
  <T> Optional<T> attempt(ConfigLocation place, Supplier<T> step) {
    try {
      return Optional.of(step.get());
    } catch (InvalidConfigException e) {
      addAll(e.problems().stream().map(place::locate).toList());
      return Optional.empty();
    } catch (RuntimeException | LinkageError e) {
      // for example a class that the plugin's jar lacks, met when the method is made
      add(new Problem(place.base(), "a plugin that fails: " + Reasons.of(e), "one that works"));
      return Optional.empty();
    }
  }

  /**
   * Ends the checks.
   *
   * @throws InvalidConfigException if anything was wrong
   */
  void reject() {
    if (!found.isEmpty()) {
      throw new InvalidConfigException(List.copyOf(found));
    }
  }
}
