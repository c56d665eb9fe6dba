package org.mtlbench.engine;

import com.google.common.util.concurrent.Uninterruptibles;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.mtlbench.engine.plan.Plan;
import org.mtlbench.engine.run.RunOptions;
import org.mtlbench.engine.run.RunOutcome;
import org.mtlbench.engine.run.Runner;

/** A run in a thread of its own, so that an interrupt of the caller can stop it in order. */
final class InterruptibleRun {
  private InterruptibleRun() {}

  /**
   * Runs and waits for the end.
   *
   * @throws InterruptedException if the caller was interrupted, after all workers have left
   */
  static RunOutcome await(Runner runner, Plan plan, RunOptions options)
      throws IOException, InterruptedException {
    FutureTask<RunOutcome> task = new FutureTask<>(() -> runner.run(plan, options));
    Thread thread = new Thread(task, "mtlbench-run");
    thread.start();
    try {
      return task.get();
    } catch (InterruptedException e) {
      runner.stop();
      Uninterruptibles.joinUninterruptibly(thread);
      throw e;
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    }
  }

  private static IOException rethrown(Throwable cause) {
    if (cause instanceof RuntimeException failure) {
      throw failure;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof IOException io ? io : new IOException(cause);
  }
}
