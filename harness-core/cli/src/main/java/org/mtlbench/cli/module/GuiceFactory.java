package org.mtlbench.cli.module;

import com.google.inject.Injector;
import picocli.CommandLine;

/** Creates commands with Guice; other classes are created by picocli. */
public final class GuiceFactory implements CommandLine.IFactory {
  private static final String OURS = "org.mtlbench.cli.";

  private final Injector injector;
  private final CommandLine.IFactory others = CommandLine.defaultFactory();

  /** Creates a factory with the bindings of an injector. */
  public GuiceFactory(Injector injector) {
    this.injector = injector;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    return type.getName().startsWith(OURS) ? injector.getInstance(type) : others.create(type);
  }
}
