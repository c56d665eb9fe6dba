package org.mtlbench.methods.stl;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.method.Procedure;
import org.mtlbench.api.method.Session;
import org.mtlbench.api.method.Training;
import org.mtlbench.api.phase.Budget;
import org.mtlbench.api.phase.EpochReport;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.api.phase.PhaseRun;
import org.mtlbench.api.training.TrainingConfig;

/** One phase per task, each with its own network, optimiser and selection. */
record Stl(TrainingConfig config, MethodContext context) implements Procedure {

  @Override
  public List<Phase> phases(Budget budget) {
    List<Phase> phases = new ArrayList<>();
    for (int task = 0; task < context.dataset().tasks().size(); task++) {
      String name = context.dataset().tasks().get(task).name();
      phases.add(
          SingleTask.phase(name, Phase.Kind.MAIN, config, task, context.blueprints(), budget));
    }
    return phases;
  }

  @Override
  public Training open(Session session) {
    List<SingleTask> singles = new ArrayList<>();
    for (int task = 0; task < context.dataset().tasks().size(); task++) {
      singles.add(new SingleTask(task, config, session));
    }
    return new Opened(singles);
  }

  private record Opened(List<SingleTask> singles) implements Training {
    @Override
    public List<PhaseRun> phases() {
      return singles.stream().<PhaseRun>map(SingleRun::new).toList();
    }

    @Override
    public Model result() {
      singles.forEach(SingleTask::select);
      return new SideBySide(singles.stream().map(SingleTask::network).toList());
    }
  }

  private record SingleRun(SingleTask single) implements PhaseRun {
    @Override
    public EpochReport epoch(Phase phase, int epoch) {
      return single.epoch(phase, epoch);
    }

    @Override
    public Optional<Model> model() {
      return Optional.of(single.network());
    }
  }

  /** Several single-task networks as one model. */
  private record SideBySide(List<Network> networks) implements Model {
    @Override
    public List<NDArray> predict(List<NDArray> inputs, ForwardMode mode) {
      List<NDArray> outputs = new ArrayList<>();
      for (int task = 0; task < networks.size(); task++) {
        NDArray own = inputs.get(inputs.size() == 1 ? 0 : task);
        outputs.addAll(networks.get(task).predict(own, mode));
      }
      return outputs;
    }

    @Override
    public List<Parameter> parameters() {
      return networks.stream().flatMap(network -> network.parameters().stream()).toList();
    }
  }
}
