package org.mtlbench.engine.worker;

import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.method.Procedure;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.engine.plan.CellSpec;
import org.mtlbench.engine.plugins.Configured;
import org.mtlbench.engine.plugins.NetworkFactory;
import org.mtlbench.engine.plugins.PluginRegistry;

/** The plugins of a cell, each with its config, and its networks. */
record CellPlugins(
    Configured.Dataset<?> dataset, NetworkFactory networks, Configured.Method<?> method) {
  /**
   * Binds a cell's configs.
   *
   * @throws org.mtlbench.api.config.InvalidConfigException if a plugin is missing or rejects its
   *     config
   */
  static CellPlugins of(CellSpec cell, PluginRegistry registry, DataAccess access) {
    Configured.Dataset<?> dataset = Configured.dataset(registry, cell.dataset(), access);
    Configured.Architecture<?> architecture =
        Configured.architecture(registry, cell.architecture());
    return new CellPlugins(
        dataset,
        NetworkFactory.of(registry, dataset, architecture),
        Configured.method(registry, cell.method()));
  }

  /** The same dataset and networks with the method of a trial, or of the trial that was chosen. */
  CellPlugins tuned(CellSpec cell, PluginRegistry registry) {
    return new CellPlugins(dataset, networks, Configured.method(registry, cell.method()));
  }

  DatasetFacts facts() {
    return dataset.facts();
  }

  Procedure procedure(Randomness random) {
    return method.procedure(networks, random);
  }
}
