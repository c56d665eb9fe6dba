package org.mtlbench.cli.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Matrices of short cells with few images that include all phases of the methods. */
final class ChaosMatrix {
  private static final String OURS =
      "{id: ours, config: {k: [0.05, 0.5, 0.45], search-iterations: 2, epochs-per-iteration: 2,"
          + " retrain-iterations: 3, batch-size: 64}}";
  private static final String KDMTL =
      "{id: kdmtl, config: {lambdas: [[0.01, 0.04], [0.03, 0.02]], search-epochs: 2, epochs: 5,"
          + " teacher: {epochs: 4}}}";
  private static final String MTAN =
      "{id: mtan, config: {weights: [[0.01, 0.09], [0.05, 0.05]], search-epochs: 2, epochs: 4,"
          + " search-learning-rates: false}}";

  private ChaosMatrix() {}

  /** Two methods with several phases each. */
  static String small(Path folder) throws IOException {
    return write(folder, 400, List.of(OURS, KDMTL), "");
  }

  /** All methods with two seeds, each tuned with two trials. */
  static String large(Path folder) throws IOException {
    List<String> methods =
        List.of(
            "{id: ls, config: {epochs: 10}}",
            "{id: mgda, config: {epochs: 6}}",
            "{id: stl, config: {epochs: 4}}",
            OURS,
            KDMTL,
            MTAN);
    return write(
        folder,
        600,
        methods,
        "seeds: [0, 1]\nsearch: {trials: 2, budget: 0.5, over: {learning-rate: [1e-4, 1e-2]}}\n");
  }

  private static String write(Path folder, int images, List<String> methods, String more)
      throws IOException {
    return Files.writeString(
            folder.resolve("chaos.yaml"),
            String.join(
                "\n",
                "name: chaos",
                "datasets:",
                "  - id: multimnist-synthetic",
                "    config: {train-size: " + images + ", validation-size: 60, test-size: 60}",
                "architectures: [hps]",
                "methods: [" + String.join(", ", methods) + "]",
                more))
        .toString();
  }
}
