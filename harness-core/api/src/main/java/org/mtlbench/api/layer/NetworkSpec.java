package org.mtlbench.api.layer;

import java.util.Arrays;
import java.util.List;

/**
 * The parts from which every architecture of a dataset is built. "Trunk" is the shared network, one
 * list of layers a stage; every task has a head, and architectures with monitors give every task
 * one.
 *
 * @param channels channels of the input image
 * @param height rows of the input image
 * @param width columns of the input image
 * @param trunk the stages of the trunk, in order
 * @param monitor a monitor's layers, from the input image to the trunk's feature width
 * @param heads one list of layers a task, from the feature to the task's output
 */
public record NetworkSpec(
    int channels,
    int height,
    int width,
    List<List<LayerSpec>> trunk,
    List<LayerSpec> monitor,
    List<List<LayerSpec>> heads) {
  public NetworkSpec {
    trunk = trunk.stream().map(List::copyOf).toList();
    monitor = List.copyOf(monitor);
    heads = heads.stream().map(List::copyOf).toList();
  }

  /** How many tasks the network serves. */
  public int tasks() {
    return heads.size();
  }

  /** The same parts for some of the tasks only, in the order given. */
  public NetworkSpec onlyTasks(int... tasks) {
    return new NetworkSpec(
        channels,
        height,
        width,
        trunk,
        monitor,
        Arrays.stream(tasks).mapToObj(heads::get).toList());
  }
}
