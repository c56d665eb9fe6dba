package org.mtlbench.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import org.mtlbench.api.training.ScheduleKind;
import org.mtlbench.engine.matrix.MatrixReader;

/**
 * A matrix put together in Java. It says what a matrix file says; single rows and configs of some
 * datasets and architectures need a file or {@link Benchmark#parse}. Configs map the keys of a
 * plugin, which {@code mtlbench list} shows, to numbers, texts, booleans, lists and maps; keys that
 * are left out have the plugin's defaults. Mistakes are reported by {@link Benchmark#plan}, all at
 * once.
 *
 * <pre>{@code
 * Benchmark benchmark =
 *     Benchmark.matrix("compare")
 *         .dataset("multimnist-synthetic")
 *         .architecture("hps")
 *         .method("ls")
 *         .method("mgda", Map.of("learning-rate", 0.001))
 *         .seeds(0, 1, 2)
 *         .training(13, 256, ScheduleKind.COSINE)
 *         .build();
 * }</pre>
 */
public final class MatrixBuilder {
  private final ObjectMapper json = new JsonMapper();
  private final ObjectNode matrix = json.createObjectNode();

  MatrixBuilder(String name) {
    matrix.put("name", name);
  }

  /** Adds a dataset. */
  public MatrixBuilder dataset(String id) {
    return dataset(id, Map.of());
  }

  /** Adds a dataset with a config. */
  public MatrixBuilder dataset(String id, Map<String, ?> config) {
    return add("datasets", id, config);
  }

  /** Adds an architecture. */
  public MatrixBuilder architecture(String id) {
    return architecture(id, Map.of());
  }

  /** Adds an architecture with a config. */
  public MatrixBuilder architecture(String id, Map<String, ?> config) {
    return add("architectures", id, config);
  }

  /** Adds a method. */
  public MatrixBuilder method(String id) {
    return method(id, Map.of());
  }

  /** Adds a method with a config. */
  public MatrixBuilder method(String id, Map<String, ?> config) {
    return add("methods", id, config);
  }

  /** Adds a method with a config and a label of its own for the tables. */
  public MatrixBuilder method(String id, Map<String, ?> config, String label) {
    add("methods", id, config);
    ArrayNode methods = matrix.withArray("methods");
    ((ObjectNode) methods.get(methods.size() - 1)).put("label", label);
    return this;
  }

  /** Sets the run seeds of every row; 0 by default. */
  public MatrixBuilder seeds(long... seeds) {
    matrix.set("seeds", json.valueToTree(seeds));
    return this;
  }

  /**
   * Sets the same training for every method.
   *
   * @param epochs passes over the training data of every reported model
   * @param schedule of the learning rate; a step schedule halves it every 5 epochs
   */
  public MatrixBuilder training(int epochs, int batchSize, ScheduleKind schedule) {
    matrix
        .putObject("training")
        .put("epochs", epochs)
        .put("batch-size", batchSize)
        .put("schedule", schedule.name().toLowerCase(Locale.ROOT));
    return this;
  }

  /** Sets the factor of the epochs of the methods' own protocols, in the place of a training. */
  public MatrixBuilder budget(double factor) {
    matrix.put("budget", factor);
    return this;
  }

  /**
   * Sets the same tuning for every method.
   *
   * @param trials configs that each cell tries
   * @param over from config key to its range, for example {@code List.of(1e-4, 1e-2)}
   */
  public MatrixBuilder search(int trials, Map<String, ?> over) {
    matrix.putObject("search").put("trials", trials).set("over", json.valueToTree(over));
    return this;
  }

  /** The benchmark of this matrix. */
  public Benchmark build() {
    return new Benchmark(MatrixReader.of(matrix));
  }

  private MatrixBuilder add(String side, String id, Map<String, ?> config) {
    matrix.withArray(side).addObject().put("id", id).set("config", json.valueToTree(config));
    return this;
  }
}
