package org.mtlbench.cli.module;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.MapBinder;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.mtlbench.launch.CommandLauncher;
import org.mtlbench.launch.Launcher;
import org.mtlbench.launch.LocalLauncher;
import org.mtlbench.launch.print.PrintLauncher;
import org.mtlbench.launch.slurm.SlurmLauncher;

/** Binds the launchers to their names on the command line, with those of third parties. */
public final class LaunchModule extends AbstractModule {
  @Override
  protected void configure() {
    MapBinder<String, Launcher> launchers =
        MapBinder.newMapBinder(binder(), String.class, Launcher.class);
    Stream.concat(
            Stream.of(
                new LocalLauncher(),
                new SlurmLauncher(),
                new CommandLauncher(),
                new PrintLauncher()),
            ServiceLoader.load(Launcher.class).stream().map(ServiceLoader.Provider::get))
        .forEach(launcher -> launchers.addBinding(launcher.id()).toInstance(launcher));
  }
}
