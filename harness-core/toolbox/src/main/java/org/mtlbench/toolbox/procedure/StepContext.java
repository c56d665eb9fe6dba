package org.mtlbench.toolbox.procedure;

import java.util.List;
import java.util.random.RandomGenerator;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.api.task.Task;
import org.mtlbench.toolbox.optimiser.Optimiser;
import org.mtlbench.toolbox.training.Batch;

/** What a step works on. */
record StepContext(Network network, List<Task> tasks, Optimiser optimiser, Randomness random) {

  RandomGenerator random(Batch batch) {
    return random.stream("step", batch.epoch(), batch.index());
  }
}
