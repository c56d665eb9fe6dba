package org.mtlbench.testkit.contract;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.layer.LayerSpec;
import org.mtlbench.api.layer.NetworkSpec;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.api.task.Task;
import org.mtlbench.testkit.TinyProblem;
import org.mtlbench.toolbox.task.Tasks;

/** Datasets of any number of tasks, of which nothing but the facts is needed. */
final class Facts {
  private Facts() {}

  /** What a method is told of the tiny problem with another number of tasks. */
  static MethodContext ofTasks(int tasks, long seed) {
    List<Task> named =
        IntStream.rangeClosed(1, tasks)
            .mapToObj(task -> Tasks.classification("task" + task, 2))
            .toList();
    return new MethodContext(
        new DatasetFacts(named, parts(tasks), 300, 100, 100, true), new Randomness(seed));
  }

  private static NetworkSpec parts(int tasks) {
    NetworkSpec tiny = TinyProblem.PARTS;
    List<LayerSpec> head = tiny.heads().get(0);
    return new NetworkSpec(
        tiny.channels(),
        tiny.height(),
        tiny.width(),
        tiny.trunk(),
        tiny.monitor(),
        Collections.nCopies(tasks, head));
  }
}
