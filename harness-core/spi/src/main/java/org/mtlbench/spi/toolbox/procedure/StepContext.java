package org.mtlbench.spi.toolbox.procedure;

import java.util.List;
import java.util.random.RandomGenerator;
import org.mtlbench.spi.architecture.Network;
import org.mtlbench.spi.dataset.Task;
import org.mtlbench.spi.random.Randomness;
import org.mtlbench.spi.toolbox.optimiser.Optimiser;
import org.mtlbench.spi.toolbox.training.Batch;

/** What a step works on. */
record StepContext(Network network, List<Task> tasks, Optimiser optimiser, Randomness random) {

  RandomGenerator random(Batch batch) {
    return random.stream("step", batch.epoch(), batch.index());
  }
}
