package org.mtlbench.methods.mtan;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.architecture.StagedNetwork;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.LayerSpec;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.layer.Role;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.toolbox.network.Chain;

/**
 * A network with task-specific attention on the trunk. If s_1..s_N are the outputs of the trunk's
 * stages, then t_1 = s_1 and t_(i+1) = s_(i+1) * a_i(t_i), where a_i is the attention of the task.
 * The fusion and head of the task read t_N instead of the trunk's output, so monitors stay in
 * place.
 */
final class MtanModel implements Model {
  private final StagedNetwork network;
  private final List<List<Chain>> attention;
  private final List<Parameter> attentionParameters;

  /**
   * @param attention for each task one module per stage after the first; tasks may share them
   */
  private MtanModel(StagedNetwork network, List<List<Chain>> attention) {
    this.network = network;
    this.attention = attention.stream().map(List::copyOf).toList();
    attentionParameters =
        attention.stream()
            .distinct()
            .flatMap(List::stream)
            .flatMap(module -> module.parameters().stream())
            .toList();
  }

  /**
   * Creates attention on a network, with PyTorch's default initialisation. Parameters of the first
   * task are named like {@code attention1.stage2.conv1.weight}; names of shared ones start with
   * {@code attention.}, and they belong to the trunk.
   *
   * @param shared whether all tasks share the same attention
   * @param manager owner of the attention's parameters
   */
  static MtanModel of(
      StagedNetwork network,
      AttentionLayers layers,
      boolean shared,
      NDManager manager,
      Randomness random) {
    List<List<Chain>> attention = new ArrayList<>();
    if (shared) {
      attention.addAll(
          Collections.nCopies(
              network.tasks(), modules("attention", layers, Role.TRUNK, manager, random)));
    } else {
      for (int task = 0; task < network.tasks(); task++) {
        String name = "attention" + (task + 1);
        attention.add(modules(name, layers, Role.task(task), manager, random));
      }
    }
    return new MtanModel(network, attention);
  }

  private static List<Chain> modules(
      String name, AttentionLayers layers, Role role, NDManager manager, Randomness random) {
    List<Chain> modules = new ArrayList<>();
    for (List<LayerSpec> module : layers.modules()) {
      String stage = name + ".stage" + (modules.size() + 2);
      modules.add(Chain.of(stage, module, role, false, false, manager, random));
    }
    return modules;
  }

  @Override
  public List<NDArray> predict(List<NDArray> inputs, ForwardMode mode) {
    List<List<NDArray>> stages = inputs.stream().map(input -> stages(input, mode)).toList();
    List<NDArray> outputs = new ArrayList<>();
    for (int task = 0; task < network.tasks(); task++) {
      int own = inputs.size() == 1 ? 0 : task;
      NDArray attended = attended(task, stages.get(own), mode);
      NDArray feature = network.fuse(task, attended, inputs.get(own), mode);
      outputs.add(network.head(task, feature, mode));
    }
    return outputs;
  }

  /** The output of each stage of the trunk. */
  private List<NDArray> stages(NDArray input, ForwardMode mode) {
    List<NDArray> stages = new ArrayList<>();
    NDArray x = input;
    for (int i = 0; i < network.stages(); i++) {
      x = network.stage(i, x, mode);
      stages.add(x);
    }
    return stages;
  }

  private NDArray attended(int task, List<NDArray> stages, ForwardMode mode) {
    NDArray attended = stages.get(0);
    for (int i = 1; i < stages.size(); i++) {
      NDArray mask = attention.get(task).get(i - 1).forward(attended, mode);
      attended = stages.get(i).mul(mask);
    }
    return attended;
  }

  @Override
  public List<Parameter> parameters() {
    return Stream.concat(network.parameters().stream(), attentionParameters.stream()).toList();
  }

  /** The parameters of all attention modules, buffers included. */
  List<Parameter> attentionParameters() {
    return attentionParameters;
  }
}
