package org.mtlbench.api.plugin;

/**
 * Contributes plugins. Discovered with {@link java.util.ServiceLoader}: list the class in {@code
 * META-INF/services/org.mtlbench.api.plugin.Bundle} and give it a public constructor without
 * arguments. A bundle that throws, or that contributes a duplicate id, is rejected as a whole and
 * listed with the reason.
 */
public interface Bundle {
  /** Contributes all plugins of the bundle. Called once per registry. */
  void contribute(Registry registry);
}
