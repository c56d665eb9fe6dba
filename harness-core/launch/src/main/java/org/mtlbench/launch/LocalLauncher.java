package org.mtlbench.launch;

import java.io.IOException;
import java.util.List;
import org.mtlbench.engine.run.Runner;

/** Runs the cells on this machine, as many at a time as there are slots. */
public final class LocalLauncher implements Launcher {
  @Override
  public String id() {
    return "local";
  }

  @Override
  public String description() {
    return "processes on this machine";
  }

  @Override
  public Launched launch(Launch launch) throws IOException, InterruptedException {
    Runner runner = new Runner(launch.plugins(), launch.listener(), launch.log());
    launch.stop().whenRequested(runner::stop);
    return new Launched(runner.run(launch.plan(), launch.options()), true, List.of());
  }
}
