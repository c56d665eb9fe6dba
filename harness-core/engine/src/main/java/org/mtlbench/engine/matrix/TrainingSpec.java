package org.mtlbench.engine.matrix;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.mtlbench.api.training.ScheduleKind;

/**
 * The same training for every method of a matrix: the reported model of each row passes over the
 * training data equally often, in batches of the same size and with the same learning-rate
 * schedule, which starts over with every phase.
 *
 * @param epochs passes over the training data, at least 1
 * @param batchSize examples in a batch, at least 1
 * @param schedule learning-rate schedule
 */
public record TrainingSpec(int epochs, int batchSize, Schedule schedule) {
  /**
   * A learning-rate schedule.
   *
   * @param kind its form
   * @param factor what each step of a step schedule multiplies the rate by, in (0, 1]; 1 for others
   * @param every epochs from one step of a step schedule to the next, at least 1; 1 for others
   */
  public record Schedule(ScheduleKind kind, double factor, int every) {
    /** A schedule without steps. */
    static Schedule of(ScheduleKind kind) {
      return new Schedule(kind, 1, 1);
    }
  }

  /** Where the block stands in a matrix. */
  public static final String AT = "training";

  /** The config keys of a method that a training takes the place of. */
  public static final List<String> METHOD_KEYS =
      List.of("epochs", "batch-size", "schedule", "decay", "decay-first", "decay-every");

  /** The keys that a method needs to be trained like this. */
  public static final List<String> NEEDED_KEYS = METHOD_KEYS.subList(0, 3);

  /** The place in the matrix that decides a key of {@link #METHOD_KEYS}. */
  public static String at(String methodKey) {
    return AT + "." + (methodKey.startsWith("decay") ? "schedule" : methodKey);
  }

  /** As a matrix file says it. */
  public ObjectNode tree() {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("epochs", epochs);
    tree.put("batch-size", batchSize);
    switch (schedule.kind()) {
      case STEP ->
          tree.putObject("schedule")
              .putObject("step")
              .put("factor", schedule.factor())
              .put("every", schedule.every());
      case CONSTANT -> tree.put("schedule", "constant");
      case COSINE -> tree.put("schedule", "cosine");
    }
    return tree;
  }

  /** The values of {@link #METHOD_KEYS}. */
  public ObjectNode methodValues() {
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    values.put("epochs", epochs);
    values.put("batch-size", batchSize);
    values.put("schedule", schedule.kind().name().toLowerCase(Locale.ROOT));
    values.put("decay", schedule.factor());
    values.put("decay-first", schedule.every());
    values.put("decay-every", schedule.every());
    return values;
  }
}
