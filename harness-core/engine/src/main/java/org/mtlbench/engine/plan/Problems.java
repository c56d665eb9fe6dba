package org.mtlbench.engine.plan;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.config.Problem;
import org.mtlbench.engine.plugins.PluginRegistry;
import org.mtlbench.engine.plugins.Reasons;

/** What is wrong with a matrix, each thing once, in the order found. */
final class Problems {
  private final PluginRegistry registry;
  private final Set<Problem> found = new LinkedHashSet<>();

  Problems(PluginRegistry registry) {
    this.registry = registry;
  }

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
    } catch (RuntimeException | Error e) {
      failed(place.base(), e);
      return Optional.empty();
    }
  }

  /**
   * Adds what a plugin threw, for example a class that its jar lacks, met when the method is made.
   *
   * @param path of the entry that asks for the plugin
   */
  void failed(String path, Throwable thrown) {
    if (thrown instanceof OutOfMemoryError full) {
      // of the whole process, whoever asked for the last byte
      throw full;
    }
    registry.caught(thrown);
    add(new Problem(path, "a plugin that fails: " + Reasons.of(thrown), "one that works"));
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
