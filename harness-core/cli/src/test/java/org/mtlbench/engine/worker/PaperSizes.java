package org.mtlbench.engine.worker;

import org.mtlbench.engine.plan.CellSpec;

/**
 * The numbers of trainable parameters of the paper's networks for two tasks (Hotegni, Berkemeier
 * and Peitz 2024, section IV), including biases, scales and shifts of normalisations and the
 * alphas, excluding t.
 */
enum PaperSizes {
  MULTI_MNIST(22_350, 311_494, 21_840, 123_900),
  CIFAR10_MNIST(42_740, 505_528, 42_410, 1_370_160);

  private static final int TASKS = 2;

  private final long hps;
  private final long mdmtn;
  private final long singleTask;
  private final long attentionOfATask;

  PaperSizes(long hps, long mdmtn, long singleTask, long attentionOfATask) {
    this.hps = hps;
    this.mdmtn = mdmtn;
    this.singleTask = singleTask;
    this.attentionOfATask = attentionOfATask;
  }

  /** The number of parameters of the model reported by a cell. */
  static long of(CellSpec cell) {
    PaperSizes sizes = cell.dataset().id().startsWith("multimnist") ? MULTI_MNIST : CIFAR10_MNIST;
    boolean monitored = cell.architecture().id().equals("mdmtn");
    long monitors = monitored ? sizes.mdmtn - sizes.hps : 0;
    return switch (cell.method().id()) {
      // one trunk per task
      case "stl" -> TASKS * sizes.singleTask + monitors;
      // adaptors are not part of the reported model
      case "kdmtl", "mgda", "ours" -> sizes.hps + monitors;
      case "mtan" -> sizes.hps + monitors + TASKS * sizes.attentionOfATask;
      default -> throw new IllegalArgumentException(cell.method().id());
    };
  }
}
