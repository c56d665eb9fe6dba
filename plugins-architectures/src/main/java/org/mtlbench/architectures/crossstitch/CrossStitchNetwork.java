package org.mtlbench.architectures.crossstitch;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.toolbox.network.Chain;

/** A trunk and a head per task; cross-stitch units combine the outputs of the trunks' stages. */
final class CrossStitchNetwork implements Network {
  private final List<List<Chain>> trunks;
  private final List<Stitch> units;
  private final List<Chain> heads;
  private final List<Parameter> parameters;

  /**
   * @param trunks the stages of each task's trunk
   * @param units one per stage; none for a single task
   */
  CrossStitchNetwork(List<List<Chain>> trunks, List<Stitch> units, List<Chain> heads) {
    this.trunks = trunks.stream().map(List::copyOf).toList();
    this.units = List.copyOf(units);
    this.heads = List.copyOf(heads);
    parameters =
        Stream.of(
                trunks.stream().flatMap(List::stream).flatMap(c -> c.parameters().stream()),
                units.stream().flatMap(unit -> unit.alphas().stream()),
                heads.stream().flatMap(head -> head.parameters().stream()))
            .flatMap(part -> part)
            .toList();
  }

  @Override
  public int tasks() {
    return heads.size();
  }

  /**
   * {@inheritDoc} If tasks have different inputs, the outputs of a task are computed with its input
   * in all trunks.
   */
  @Override
  public List<NDArray> features(List<NDArray> inputs, int[] tasks, ForwardMode mode) {
    if (inputs.size() == 1) {
      return features(inputs.get(0), tasks, mode);
    }
    List<NDArray> features = new ArrayList<>();
    for (int task : tasks) {
      features.addAll(features(inputs.get(task), new int[] {task}, mode));
    }
    return features;
  }

  private List<NDArray> features(NDArray input, int[] tasks, ForwardMode mode) {
    int stages = trunks.get(0).size();
    List<NDArray> read = Collections.nCopies(tasks(), input);
    List<NDArray> given = List.of();
    for (int stage = 0; stage < stages; stage++) {
      given = given(stage, read, mode);
      if (stage < stages - 1) {
        read = mixed(stage, given);
      }
    }
    List<NDArray> last = given;
    return Arrays.stream(tasks).mapToObj(task -> mixed(stages - 1, task, last)).toList();
  }

  private List<NDArray> given(int stage, List<NDArray> read, ForwardMode mode) {
    List<NDArray> given = new ArrayList<>();
    for (int task = 0; task < tasks(); task++) {
      given.add(trunks.get(task).get(stage).forward(read.get(task), mode));
    }
    return given;
  }

  private List<NDArray> mixed(int stage, List<NDArray> given) {
    List<NDArray> mixed = new ArrayList<>();
    for (int task = 0; task < tasks(); task++) {
      mixed.add(mixed(stage, task, given));
    }
    return mixed;
  }

  private NDArray mixed(int stage, int task, List<NDArray> given) {
    return units.isEmpty() ? given.get(task) : units.get(stage).mix(task, given);
  }

  @Override
  public NDArray head(int task, NDArray feature, ForwardMode mode) {
    return heads.get(task).forward(feature, mode);
  }

  @Override
  public List<Parameter> parameters() {
    return parameters;
  }
}
