package org.mtlbench.toolbox.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.training.OptimiserKind;
import org.mtlbench.api.training.TrainingConfig;

class ConfigBinderTest {
  enum LambdaUpdate {
    MEAN,
    SUM_OVER_BATCHES
  }

  record Cap(double sMin, double sLMax) {
    Cap {
      Checks.start().that(sMin <= sLMax, "s-min", sMin, "at most s-l-max").finish();
    }
  }

  record Point(double learningRate, int steps) {}

  record Sample(
      @ConfigKey(value = "preference of each term", allowed = "sums to 1") List<Double> k,
      boolean growlGradient,
      @ConfigKey("what lambda's update sums over") LambdaUpdate lambdaUpdate,
      long seed,
      String remark,
      @JsonUnwrapped TrainingConfig training,
      Cap cap,
      List<Point> grid) {
    Sample {
      double sum = k.stream().mapToDouble(Double::doubleValue).sum();
      Checks.start().that(Math.abs(sum - 1) < 1e-9, "k", k, "entries that sum to 1").finish();
    }
  }

  private static final Sample DEFAULTS =
      new Sample(
          List.of(0.5, 0.5),
          true,
          LambdaUpdate.MEAN,
          3_000_000_000L,
          "none",
          TrainingConfig.adam(100, 2.5e-3, 0.5, 3),
          new Cap(0.2, 0.8),
          List.of(new Point(0.1, 2)));

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) new ObjectMapper().readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Sample bind(String user) {
    return ConfigBinder.bind(DEFAULTS, json(user), "methods[2].config");
  }

  private static List<Problem> problems(String user) {
    return catchThrowableOfType(InvalidConfigException.class, () -> bind(user)).problems();
  }

  @Test
  void returnsDefaultsForEmptyInput() {
    assertThat(bind("{}")).isEqualTo(DEFAULTS);
  }

  @Test
  void bindsAllTypesOfValues() {
    Sample bound =
        bind(
            """
            {'k': [0, 1], 'growl-gradient': false, 'lambda-update': 'sum-over-batches', 'seed': -1,
             'remark': 'x', 'epochs': 7, 'learning-rate': 1e-4, 'optimiser': 'sgd',
             'cap': {'s-l-max': 0.3}, 'grid': [{'learning-rate': 1, 'steps': 5}]}""");

    assertThat(bound.k()).containsExactly(0.0, 1.0);
    assertThat(bound.growlGradient()).isFalse();
    assertThat(bound.lambdaUpdate()).isEqualTo(LambdaUpdate.SUM_OVER_BATCHES);
    assertThat(bound.seed()).isEqualTo(-1);
    assertThat(bound.remark()).isEqualTo("x");
    assertThat(bound.training().epochs()).isEqualTo(7);
    assertThat(bound.training().learningRate()).isEqualTo(1e-4);
    assertThat(bound.training().optimiser()).isEqualTo(OptimiserKind.SGD);
    assertThat(bound.training().decay()).isEqualTo(0.5);
    assertThat(bound.cap()).isEqualTo(new Cap(0.2, 0.3));
    assertThat(bound.grid()).containsExactly(new Point(1, 5));
  }

  @Test
  void unwrapsNestedRecords() {
    ObjectNode tree = ConfigBinder.toTree(DEFAULTS);

    assertThat(tree.fieldNames())
        .toIterable()
        .startsWith("k", "growl-gradient", "lambda-update", "seed", "remark", "epochs")
        .endsWith("selection", "cap", "grid")
        .doesNotContain("training");
    assertThat(tree.get("optimiser").textValue()).isEqualTo("adam");
    assertThat(tree.at("/cap/s-l-max").doubleValue()).isEqualTo(0.8);
  }

  @Test
  void roundTripsTree() throws Exception {
    Sample changed =
        bind("{'batch-size': 32, 'weight-decay': 5e-324, 'seed': 9223372036854775807}");
    String text = ConfigBinder.toTree(changed).toString();

    assertThat(bind(text)).isEqualTo(changed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'epochs': '5'}              | epochs              | "5"
          {'epochs': 1.5}              | epochs              | 1.5
          {'epochs': 3000000000}       | epochs              | 3000000000
          {'epochs': null}             | epochs              | nothing
          {'epochs': true}             | epochs              | true
          {'seed': 1e3}                | seed                | 1000.0
          {'seed': 9223372036854775808}| seed                | 9223372036854775808
          {'learning-rate': '0.1'}     | learning-rate       | "0.1"
          {'learning-rate': 'NaN'}     | learning-rate       | "NaN"
          {'learning-rate': [0.1]}     | learning-rate       | [0.1]
          {'learning-rate': 1e999}     | learning-rate       | "Infinity"
          {'growl-gradient': 1}        | growl-gradient      | 1
          {'growl-gradient': 'yes'}    | growl-gradient      | "yes"
          {'remark': 5}                | remark              | 5
          {'optimiser': 'ADAM'}        | optimiser           | "ADAM"
          {'optimiser': 0}             | optimiser           | 0
          {'lambda-update': 'sum'}     | lambda-update       | "sum"
          {'k': 1}                     | k                   | 1
          {'k': []}                    | k                   | []
          {'k': [0.5, 'a']}            | k[1]                | "a"
          {'k': [0.5, null]}           | k[1]                | nothing
          {'cap': 3}                   | cap                 | 3
          {'cap': {'s-min': 'x'}}      | cap.s-min           | "x"
          {'cap': {'s-mix': 1}}        | cap.s-mix           | an unknown key
          {'grid': [{'steps': 1}]}     | grid[0].learning-rate | nothing
          {'grid': [5]}                | grid[0]             | 5
          {'lerning-rate': 1}          | lerning-rate        | an unknown key
          {'training': {}}             | training            | an unknown key
          {'learningRate': 1}          | learningRate        | an unknown key
          {'k': [0.6, 0.5]}            | k                   | [0.6, 0.5]
          {'cap': {'s-min': 0.9}}      | cap.s-min           | 0.9
          {'cap': {'s-min': 'x', 's-l-max': 0.1}} | cap.s-min | "x"
          {'epochs': 0}                | epochs              | 0
          {'decay': 0}                 | decay               | 0
          """)
  void rejectsValueWithPath(String user, String path, String value) {
    assertThat(problems(user))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.path()).isEqualTo("methods[2].config." + path);
              assertThat(problem.value()).isEqualTo(value);
              assertThat(problem.allowed()).isNotBlank();
            });
  }

  @Test
  void reportsAllProblemsAtOnce() {
    List<Problem> problems =
        problems(
            """
            {'bach-size': 1, 'k': [0.9, 0.9], 'epochs': 'many', 'momentum': 2,
             'cap': {'s-min': 0.9, 'x': 1}, 'optimiser': 'sdg'}""");

    assertThat(problems)
        .extracting(Problem::path)
        .map(path -> path.replace("methods[2].config.", ""))
        .containsExactlyInAnyOrder(
            "bach-size", "k", "epochs", "momentum", "cap.s-min", "cap.x", "optimiser");
  }

  @Test
  void namesAllowedValuesAndNearestName() {
    assertThat(problems("{'bach-size': 1}").get(0).message())
        .contains("batch-size, optimiser, learning-rate")
        .contains("nearest: 'batch-size'");
    assertThat(problems("{'optimiser': 'sdg'}").get(0).message())
        .isEqualTo(
            "methods[2].config.optimiser: found \"sdg\", expected one of adam, sgd (nearest:"
                + " 'sgd')");
    assertThat(problems("{'epochs': 1.5}").get(0).allowed()).startsWith("a whole number");
    assertThat(problems("{'k': 3}").get(0).allowed())
        .isEqualTo("a list, each entry a finite number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x"})
  void prependsPathToProblems(String path) {
    InvalidConfigException rejected =
        catchThrowableOfType(
            InvalidConfigException.class,
            () -> ConfigBinder.bind(DEFAULTS, json("{'epochs': 0, 'z': 1}"), path));

    String prefix = path.isEmpty() ? "" : path + ".";
    assertThat(rejected.problems())
        .extracting(Problem::path)
        .containsExactly(prefix + "z", prefix + "epochs");
  }

  @Test
  void passesOnConstructorMessages() {
    record Plain(int a) {
      Plain {
        if (a > 5) {
          throw new IllegalArgumentException("a of at most five");
        }
      }
    }

    assertThatThrownBy(() -> ConfigBinder.bind(new Plain(1), json("{'a': 6}"), "here"))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessage("here: found {\"a\":6}, expected a of at most five");
  }

  @Test
  void describesEveryKey() {
    List<KeyInfo> keys = ConfigBinder.describe(DEFAULTS);

    assertThat(keys)
        .contains(
            new KeyInfo("k", "list of number", "[0.5,0.5]", "preference of each term", "sums to 1"),
            new KeyInfo("growl-gradient", "boolean", "true", "", "true, false"),
            new KeyInfo(
                "lambda-update",
                "choice",
                "mean",
                "what lambda's update sums over",
                "mean, sum-over-batches"),
            new KeyInfo("cap.s-l-max", "number", "0.8", "", ""),
            new KeyInfo(
                "batch-size", "whole number", "256", "examples in a training batch", "at least 1"));
    assertThat(keys).extracting(KeyInfo::key).doesNotHaveDuplicates().doesNotContain("training");
  }

  @Test
  void emptyRecordHasNoKeys() {
    record Nothing() {}

    assertThat(ConfigBinder.describe(new Nothing())).isEmpty();
    assertThatThrownBy(() -> ConfigBinder.bind(new Nothing(), json("{'a': 1}"), "c"))
        .hasMessage(
            "c.a: found an unknown key, expected nothing, since there is nothing to choose from");
  }

  @Test
  void rejectsInvalidConfigRecords() {
    record Untyped(Set<String> names) {}
    record Twice(int epochs, @JsonUnwrapped TrainingConfig training) {}
    record Prefixed(@JsonUnwrapped(prefix = "p-") TrainingConfig training) {}
    TrainingConfig training = DEFAULTS.training();

    assertThatThrownBy(() -> ConfigBinder.toTree(new Untyped(Set.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Set");
    assertThatThrownBy(() -> ConfigBinder.toTree(new Twice(1, training)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two components for key epochs");
    assertThatThrownBy(() -> ConfigBinder.describe(new Prefixed(training)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("prefix");
  }
}
