package org.mtlbench.methods;

/** The keys of the training that most methods share, with its defaults, written out. */
public final class StandardTraining {
  /** As a JSON object. */
  public static final String KEYS =
      """
      {"epochs": 36, "batch-size": 256, "optimiser": "adam", "learning-rate": 0.0025,
       "momentum": 0.0, "weight-decay": 0.0,
         "schedule": "step", "decay": 0.5, "decay-first": 3, "decay-every": 3,
       "initialisation": "lsuv", "selection": "best"}""";

  private StandardTraining() {}

  /**
   * The same behind a method's own keys.
   *
   * @param own for example {@code "c": 0.5}
   */
  public static String after(String own) {
    return "{" + own + ", " + KEYS.substring(1);
  }
}
