package org.mtlbench.testkit;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.mtlbench.api.architecture.StagedNetwork;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.toolbox.gradient.GradientMode;

/** Counts how often each part of a network runs forward while gradients are recorded. */
public final class CountingNetwork implements StagedNetwork {
  private final StagedNetwork network;
  private int stageRuns;
  private int headRuns;
  private int trainingRuns;

  public CountingNetwork(StagedNetwork network) {
    this.network = network;
  }

  /** The number of recorded forward passes of trunk stages. */
  public int stageRuns() {
    return stageRuns;
  }

  /** The number of recorded forward passes of heads. */
  public int headRuns() {
    return headRuns;
  }

  /** The number of forward passes of trunk stages in training mode, recorded or not. */
  public int trainingRuns() {
    return trainingRuns;
  }

  @Override
  public int tasks() {
    return network.tasks();
  }

  @Override
  public int stages() {
    return network.stages();
  }

  @Override
  public NDArray stage(int stage, NDArray x, ForwardMode mode) {
    stageRuns += GradientMode.recording() ? 1 : 0;
    trainingRuns += mode.training() ? 1 : 0;
    return network.stage(stage, x, mode);
  }

  @Override
  public NDArray fuse(int task, NDArray shared, NDArray input, ForwardMode mode) {
    return network.fuse(task, shared, input, mode);
  }

  @Override
  public NDArray head(int task, NDArray feature, ForwardMode mode) {
    headRuns += GradientMode.recording() ? 1 : 0;
    return network.head(task, feature, mode);
  }

  @Override
  public List<Parameter> parameters() {
    return network.parameters();
  }
}
