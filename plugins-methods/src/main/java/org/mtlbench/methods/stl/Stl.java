package org.mtlbench.methods.stl;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.mtlbench.api.architecture.BlueprintSource;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.architecture.Pass;
import org.mtlbench.api.architecture.Weight;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.method.Budget;
import org.mtlbench.api.method.EpochReport;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.method.Phase;
import org.mtlbench.api.method.Procedure;
import org.mtlbench.api.method.Session;
import org.mtlbench.api.task.Task;
import org.mtlbench.api.training.TrainingConfig;

/** One phase a task, each with its own network, optimiser and selection. */
final class Stl implements Procedure {
  private final TrainingConfig config;
  private final DatasetFacts dataset;
  private final BlueprintSource blueprints;
  private final List<SingleTask> singles = new ArrayList<>();

  Stl(TrainingConfig config, MethodContext context) {
    this.config = config;
    dataset = context.dataset();
    blueprints = context.blueprints();
  }

  @Override
  public List<Phase> phases(Budget budget) {
    List<Phase> phases = new ArrayList<>();
    for (int task = 0; task < dataset.tasks().size(); task++) {
      String name = dataset.tasks().get(task).name();
      phases.add(SingleTask.phase(name, Phase.Kind.MAIN, config, task, blueprints, budget));
    }
    return phases;
  }

  @Override
  public void open(Session session) {
    for (int task = 0; task < dataset.tasks().size(); task++) {
      singles.add(new SingleTask(task, config, session));
    }
  }

  @Override
  public EpochReport epoch(Phase phase, int epoch, Session session) {
    return singles.get(indexOf(phase)).epoch(phase, epoch, session);
  }

  private int indexOf(Phase phase) {
    List<String> names = dataset.tasks().stream().map(Task::name).toList();
    int index = names.indexOf(phase.name());
    if (index < 0) {
      throw new IllegalArgumentException("no task is called " + phase.name());
    }
    return index;
  }

  @Override
  public Model result(Session session) {
    singles.forEach(SingleTask::select);
    return new Side(singles.stream().map(SingleTask::network).toList());
  }

  /** Single-task networks side by side. */
  private record Side(List<Network> networks) implements Model {
    @Override
    public List<NDArray> predict(List<NDArray> inputs, Pass pass) {
      List<NDArray> outputs = new ArrayList<>();
      for (int task = 0; task < networks.size(); task++) {
        NDArray own = inputs.get(inputs.size() == 1 ? 0 : task);
        outputs.addAll(networks.get(task).predict(own, pass));
      }
      return outputs;
    }

    @Override
    public List<Weight> weights() {
      return networks.stream().flatMap(network -> network.weights().stream()).toList();
    }
  }
}
