package org.mtlbench.cli;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import org.mtlbench.engine.plugins.PluginLoader;
import org.mtlbench.engine.plugins.PluginRegistry;

/** What commands are given. */
final class CliModule extends AbstractModule {
  private final List<Path> jars;

  /**
   * @param jars of plugins beside the program
   */
  CliModule(List<Path> jars) {
    this.jars = List.copyOf(jars);
  }

  /** The program's plugins and those of the jars; loaded when a command first asks. */
  @Provides
  @Singleton
  PluginRegistry plugins() {
    return PluginLoader.load(MtlBench.class.getClassLoader(), jars);
  }
}
