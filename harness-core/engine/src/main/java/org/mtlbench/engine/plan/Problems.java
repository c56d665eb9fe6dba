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

/** Collects the distinct problems of a matrix, in the order found. */
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

  /**
   * Runs a step; if it fails, adds its problems with their paths in the matrix and returns empty.
   */
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
   * Adds a problem for an exception of a plugin, for example due to a class missing in its jar.
   *
   * @param path path of the entry with the plugin
   */
  void failed(String path, Throwable thrown) {
    if (thrown instanceof OutOfMemoryError full) {
      // memory errors concern the whole process, not only the plugin
      throw full;
    }
    registry.caught(thrown);
    add(new Problem(path, "a plugin that fails: " + Reasons.of(thrown), "one that works"));
  }

  /**
   * Ends the checks.
   *
   * @throws InvalidConfigException if there was any problem
   */
  void reject() {
    if (!found.isEmpty()) {
      throw new InvalidConfigException(List.copyOf(found));
    }
  }
}
