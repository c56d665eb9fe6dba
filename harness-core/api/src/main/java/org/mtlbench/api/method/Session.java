package org.mtlbench.api.method;

import ai.djl.ndarray.NDManager;
import java.util.List;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.api.task.Task;

/** The environment of a procedure; one per cell. */
public interface Session {
  /** The manager for everything that lives as long as the cell; its device is the cell's device. */
  NDManager manager();

  /** The opened dataset. */
  Dataset dataset();

  /** The dataset's tasks. */
  List<Task> tasks();

  /**
   * The scores of the constant predictor, fitted on the training targets, on validation.
   *
   * @return the primary metric of each task, in the dataset's order
   */
  double[] constantScores();

  /** Randomness of this cell, derived from the run's seed. */
  Randomness random();

  /**
   * Creates a network of the cell's architecture with PyTorch's default initialisation.
   *
   * @param purpose distinguishes the networks of a cell; part of the seed
   * @param tasks indices of the dataset's tasks that it serves; all tasks if empty
   */
  Network network(String purpose, int... tasks);

  /**
   * Creates a network of all tasks whose input has further channels, or further columns of a
   * vector, before those of the dataset: (channels + C, H, W) or (channels + F). The method
   * supplies them, for example a preference on which the network is conditioned.
   *
   * @param purpose as for {@link #network}
   * @param channels at least 1
   * @throws org.mtlbench.api.config.InvalidConfigException if the backbone cannot read such inputs
   */
  default Network widerNetwork(String purpose, int channels) {
    throw new UnsupportedOperationException("networks of this session have the dataset's inputs");
  }

  /** The registry for checkpointed state. */
  StateRegistry state();

  /** Adds a note to the cell's record, for example that a search found no eligible model. */
  void note(String remark);

  /**
   * Adds a number to the cell's record; replaces one of the same name. NaN and infinity are
   * omitted.
   */
  void measure(String name, double value);

  /**
   * Must be called between steps.
   *
   * @throws StoppedException if the run was asked to stop
   */
  void checkStopped();
}
