package org.mtlbench.engine.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.training.ScheduleKind;
import org.mtlbench.toolbox.config.ConfigBinder;
import org.mtlbench.toolbox.config.Default;
import org.mtlbench.toolbox.config.Expected;
import org.mtlbench.toolbox.config.FreeForm;

/**
 * The same training for every method of a matrix: the reported model of each row is trained for the
 * same number of epochs, with the same batch size and learning-rate schedule, which starts over
 * with every phase, and reported in the same way.
 *
 * @param epochs passes over the training data, at least 1
 * @param batchSize examples per batch, at least 1
 * @param schedule learning-rate schedule
 * @param lastEpochs the reported test scores are means over this number of last epochs, from 1 to
 *     {@code epochs}; empty for the scores of the selected model
 * @param selectionDiagnostic whether every epoch is tested, to show how much other rules of
 *     selecting an epoch would change the scores; the reported scores stay those of the selected
 *     model. Excludes {@code lastEpochs}
 */
public record TrainingSpec(
    @Expected(COUNT) int epochs,
    @Default("256") @Expected(COUNT) int batchSize,
    @Default("\"cosine\"") Schedule schedule,
    @Expected(LAST_EPOCHS) Optional<Integer> lastEpochs,
    @Default("false") @Expected("true or false") boolean selectionDiagnostic) {
  private static final String COUNT = "a whole number, at least 1";
  private static final String LAST_EPOCHS = "a whole number from 1 to the number of epochs";

  /** Rejects counts below 1, and more last epochs than epochs. */
  public TrainingSpec {
    Checks.start()
        .that(epochs >= 1, "epochs", epochs, COUNT)
        .that(batchSize >= 1, "batch-size", batchSize, COUNT)
        .that(
            lastEpochs.stream().allMatch(last -> last >= 1 && last <= epochs),
            "last-epochs",
            lastEpochs.orElse(0),
            LAST_EPOCHS)
        .that(
            !selectionDiagnostic || lastEpochs.isEmpty(),
            "selection-diagnostic",
            true,
            "false, or no last-epochs")
        .finish();
  }

  /**
   * A learning-rate schedule.
   *
   * @param kind its form
   * @param factor factor of each step of a step schedule, in (0, 1]; 1 for others
   * @param every epochs between steps of a step schedule, at least 1; 1 for others
   */
  public record Schedule(ScheduleKind kind, double factor, int every) implements FreeForm {
    private static final String ALLOWED =
        "constant, cosine, step, or {step: {factor: F, every: EPOCHS}}";

    /** The long form of a step schedule. */
    private record Written(@Expected("a mapping with factor and every") Steps step) {}

    private record Steps(
        @Default("0.5") @Expected(FACTOR) double factor, @Default("5") @Expected(COUNT) int every) {
      private static final String FACTOR = "a number greater than 0, at most 1";

      Steps {
        Checks.start()
            .that(factor > 0 && factor <= 1, "factor", factor, FACTOR)
            .that(every >= 1, "every", every, COUNT)
            .finish();
      }
    }

    /** A schedule without steps. */
    static Schedule of(ScheduleKind kind) {
      return new Schedule(kind, 1, 1);
    }

    /** Parses a name or the long form. */
    @Reader
    static Schedule read(JsonNode node, String path) {
      boolean plainSteps = node.isTextual() && node.textValue().equals("step");
      ObjectNode empty = JsonNodeFactory.instance.objectNode();
      if (plainSteps || node instanceof ObjectNode) {
        Steps steps =
            node instanceof ObjectNode written
                ? ConfigBinder.bind(Written.class, written, path).step()
                : ConfigBinder.bind(Steps.class, empty, path);
        return new Schedule(ScheduleKind.STEP, steps.factor(), steps.every());
      }
      return Stream.of(ScheduleKind.CONSTANT, ScheduleKind.COSINE)
          .filter(kind -> name(kind).equals(node.textValue()))
          .map(Schedule::of)
          .findFirst()
          .orElseThrow(() -> new InvalidConfigException(List.of(Problem.of(path, node, ALLOWED))));
    }

    @Override
    public JsonNode tree() {
      return kind == ScheduleKind.STEP
          ? ConfigBinder.toTree(new Written(new Steps(factor, every)))
          : JsonNodeFactory.instance.textNode(name(kind));
    }

    private static String name(ScheduleKind kind) {
      return kind.name().toLowerCase(Locale.ROOT);
    }
  }

  /** The path of the block in a matrix. */
  public static final String AT = "training";

  /** The config keys of a method that a training replaces. */
  public static final List<String> METHOD_KEYS =
      List.of("epochs", "batch-size", "schedule", "decay", "decay-first", "decay-every");

  /** The keys that a method must have. */
  public static final List<String> NEEDED_KEYS = METHOD_KEYS.subList(0, 3);

  /** The path in the matrix that sets a key of {@link #METHOD_KEYS}. */
  public static String at(String methodKey) {
    return AT + "." + (methodKey.startsWith("decay") ? "schedule" : methodKey);
  }

  /** The values of {@link #METHOD_KEYS}. */
  public ObjectNode methodValues() {
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    values.put("epochs", epochs);
    values.put("batch-size", batchSize);
    values.put("schedule", Schedule.name(schedule.kind()));
    values.put("decay", schedule.factor());
    values.put("decay-first", schedule.every());
    values.put("decay-every", schedule.every());
    return values;
  }
}
