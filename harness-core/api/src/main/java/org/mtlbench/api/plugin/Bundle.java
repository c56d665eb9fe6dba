package org.mtlbench.api.plugin;

/**
 * Contributes plugins. Found with {@link java.util.ServiceLoader}: name the class in {@code
 * META-INF/services/org.mtlbench.api.plugin.Bundle} and give it a public constructor without
 * arguments. A bundle that fails, or that contributes an id a second time, is rejected as a whole
 * and listed with the reason.
 */
public interface Bundle {
  /** Contributes every plugin of the bundle. Called once per registry. */
  void contribute(Registry registry);
}
