package org.mtlbench.toolbox.initialisation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import java.util.List;
import java.util.stream.IntStream;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.dataset.Split;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.method.Session;
import org.mtlbench.api.training.Initialisation;
import org.mtlbench.toolbox.gradient.GradientMode;
import org.mtlbench.toolbox.training.BatchLoop;

/** Initialises a new model as configured. */
public final class Initialiser {
  /** LSUV measures standard deviations on one training batch of the protocol's size. */
  private static final int BATCH = 256;

  private Initialiser() {}

  /**
   * Writes the initial parameters.
   *
   * @param model new, with PyTorch's default initialisation
   * @param purpose purpose of the model, part of the seed
   * @param served indices of the tasks that the model serves; all tasks if empty
   */
  public static void apply(
      Initialisation initialisation, Model model, Session session, String purpose, int... served) {
    session.checkStopped();
    switch (initialisation) {
      case PYTORCH -> {}
      case LSUV -> lsuv(model, session, purpose, served);
    }
  }

  private static void lsuv(Model model, Session session, String purpose, int... served) {
    Split train = session.dataset().split(SplitName.TRAIN);
    try (GradientMode off = GradientMode.off();
        NDScope scope = new NDScope()) {
      int size = Math.min(train.size(), BatchLoop.atOnce(train, BATCH, session.manager()));
      List<NDArray> inputs =
          session.dataset().prepare(train.range(0, size, session.manager()).inputs());
      boolean some = inputs.size() > 1 && served.length > 0;
      Lsuv.initialise(
          model,
          some ? IntStream.of(served).mapToObj(inputs::get).toList() : inputs,
          session.random().part("lsuv/" + purpose));
    }
  }
}
