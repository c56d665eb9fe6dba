package org.mtlbench.cli.module;

import com.google.inject.Injector;
import picocli.CommandLine;

/** Lets Guice make the commands; what is not ours picocli makes itself. */
public final class GuiceFactory implements CommandLine.IFactory {
  private static final String OURS = "org.mtlbench.cli.";

  private final Injector injector;
  private final CommandLine.IFactory others = CommandLine.defaultFactory();

  /** A factory with an injector's bindings. */
  public GuiceFactory(Injector injector) {
    this.injector = injector;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    return type.getName().startsWith(OURS) ? injector.getInstance(type) : others.create(type);
  }
}
