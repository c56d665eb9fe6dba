package org.mtlbench.toolbox.initialisation;

import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.dataset.Split;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.method.Session;
import org.mtlbench.api.training.Initialisation;
import org.mtlbench.toolbox.gradient.GradientMode;

/** Initialises a fresh model as a config asks. */
public final class Initialiser {
  /** LSUV measures standard deviations on one training batch; its size is the protocol's. */
  private static final int BATCH = 256;

  private Initialiser() {}

  /**
   * Writes the initial weights.
   *
   * @param model fresh, with PyTorch's default initialisation
   * @param purpose the model's purpose; it enters the seed
   */
  public static void apply(
      Initialisation initialisation, Model model, Session session, String purpose) {
    session.checkStopped();
    switch (initialisation) {
      case PYTORCH -> {}
      case LSUV -> lsuv(model, session, purpose);
    }
  }

  private static void lsuv(Model model, Session session, String purpose) {
    Split train = session.dataset().split(SplitName.TRAIN);
    try (GradientMode off = GradientMode.off();
        NDScope scope = new NDScope()) {
      NDIndex first = new NDIndex("0:" + Math.min(BATCH, train.size()));
      Lsuv.initialise(
          model,
          session.dataset().prepare(train.images().get(first)),
          session.random().part("lsuv/" + purpose));
    }
  }
}
