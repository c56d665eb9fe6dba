package org.mtlbench.engine.worker;

import org.mtlbench.engine.plan.CellSpec;
import org.mtlbench.engine.plugins.Configured;
import org.mtlbench.engine.plugins.PluginRegistry;
import org.mtlbench.spi.dataset.DatasetFacts;
import org.mtlbench.spi.method.Procedure;
import org.mtlbench.spi.random.Randomness;

/** The three plugins of a cell, each with its config. */
record CellPlugins(
    Configured.Dataset<?> dataset,
    Configured.Architecture<?> architecture,
    Configured.Method<?> method) {
  /**
   * Binds a cell's configs.
   *
   * @throws org.mtlbench.spi.config.InvalidConfigException if a plugin is missing or rejects its
   *     config
   */
  static CellPlugins of(CellSpec cell, PluginRegistry registry) {
    return new CellPlugins(
        Configured.dataset(registry, cell.dataset()),
        Configured.architecture(registry, cell.architecture()),
        Configured.method(registry, cell.method()));
  }

  DatasetFacts facts() {
    return dataset.facts();
  }

  Procedure procedure(Randomness random) {
    return method.procedure(facts(), random);
  }
}
