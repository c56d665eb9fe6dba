package org.mtlbench.api.method;

import ai.djl.ndarray.NDManager;
import java.util.List;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.api.task.Task;

/** What a procedure works with; one for each cell. */
public interface Session {
  /** Owns what lives as long as the cell; its device is the cell's device. */
  NDManager manager();

  /** The opened dataset. */
  Dataset dataset();

  /** The dataset's tasks. */
  List<Task> tasks();

  /**
   * The constant predictor, fitted on the training targets, on validation.
   *
   * @return the primary metric of each task, in the dataset's order
   */
  double[] constantScores();

  /** Randomness of this cell, derived from the run's seed. */
  Randomness random();

  /**
   * A fresh network of the cell's architecture with PyTorch's default initialisation.
   *
   * @param purpose tells networks of one cell apart; it enters the seed
   * @param tasks the dataset's tasks it serves, as indices; all of them if none is named
   */
  Network network(String purpose, int... tasks);

  /** Where state is registered for checkpoints. */
  StateRegistry state();

  /** Adds a remark to the cell's record, for example that a search found no eligible model. */
  void note(String remark);

  /**
   * Adds a number to the cell's record, for example a limit that held at the model to report; one
   * of the same name is replaced, and NaN and infinity are left out.
   */
  void measure(String name, double value);

  /**
   * To be called between steps.
   *
   * @throws StoppedException if the run was asked to stop
   */
  void checkStopped();
}
