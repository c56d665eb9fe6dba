package org.mtlbench.methods.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.methods.MethodsPage;

/**
 * Where every method ends on the toy problem, compared with the recorded trajectories of
 * docs/methods/trajectories.csv, and the chart and the table of docs/methods.md that are made of
 * them. {@code -Dmtlbench.record-trajectories=true} records them again, and {@code
 * -Dmtlbench.record-trajectories=epo,mgda} those of some methods.
 */
class ToyProblemTest {
  private static final Path FOLDER = MethodsPage.DOCS.resolve("methods");
  private static final Path RECORDED = FOLDER.resolve("trajectories.csv");
  private static final Path CHART = FOLDER.resolve("trajectories.svg");
  private static final double RATE = 0.01;
  private static final int EPOCHS = 60;
  private static final int STEPS = 500;
  private static final Descent DESCENT = new Descent(EPOCHS, STEPS, RATE);

  /** Starts from which trajectories are computed again in each build: those above the valleys. */
  private static final int[] CHECKED_STARTS = {0, 2};

  /** They run in the training loop, which takes a minute for each; quadratics check their ends. */
  private static final List<String> IN_TRAINING_LOOP = List.of("io", "ius", "ours", "sus");

  private static final double TOLERANCE = 0.05;

  /**
   * Tolerances along the Pareto set, which is nearly horizontal, of methods whose end there depends
   * on rounding: a start moved by 1e-6 changes the end of ConFIG with momentum by up to 1.3.
   */
  private static final Map<String, Double> HORIZONTAL_TOLERANCES = Map.of("con-fig-m", 1.5);

  private static final double STEP_OF_DIFFERENCES = 1e-6;

  static Stream<String> checkedMethods() {
    return DescentMethods.all().keySet().stream().filter(id -> !IN_TRAINING_LOOP.contains(id));
  }

  @ParameterizedTest
  @MethodSource("checkedMethods")
  void endsWhereRecorded(String id) throws IOException {
    Map<String, List<Trajectory>> recorded = recorded();
    assertThat(recorded).containsKey(id);
    for (int start : CHECKED_STARTS) {
      double[] end = trajectory(id, start).end();
      double[] expected = recorded.get(id).get(start).end();
      assertThat(end[0])
          .as("x of the end from start %d", start)
          .isCloseTo(expected[0], within(HORIZONTAL_TOLERANCES.getOrDefault(id, TOLERANCE)));
      assertThat(end[1])
          .as("y of the end from start %d", start)
          .isCloseTo(expected[1], within(TOLERANCE));
    }
  }

  @Test
  void everyMethodIsRecordedFromEveryStart() throws IOException {
    String methods = System.getProperty("mtlbench.record-trajectories", "false");
    if (!methods.equals("false")) {
      record(
          methods.equals("true") ? DescentMethods.all().keySet() : Set.of(methods.split(",", -1)));
    }
    Map<String, List<Trajectory>> recorded = recorded();
    assertThat(recorded.keySet()).containsExactlyElementsOf(DescentMethods.all().keySet());
    assertThat(recorded.values())
        .allSatisfy(
            all ->
                assertThat(all)
                    .extracting(Trajectory::start)
                    .containsExactlyElementsOf(
                        IntStream.range(0, ToyLoss.STARTS.size()).boxed().toList()));
    String svg = TrajectoryChart.svg(all(recorded));
    if (MethodsPage.UPDATED) {
      Files.writeString(CHART, svg);
    }
    assertThat(svg).as("the chart of the recorded trajectories").isEqualTo(text(CHART));
    MethodsPage.check("ends", Ends.table(all(recorded)));
  }

  /** Records the trajectories of some methods and keeps those of the others. */
  private static void record(Set<String> methods) throws IOException {
    List<String> kept = Files.exists(RECORDED) ? Files.readAllLines(RECORDED) : List.of();
    List<String> lines = new ArrayList<>();
    for (String id : DescentMethods.all().keySet()) {
      if (methods.contains(id)) {
        for (int start = 0; start < ToyLoss.STARTS.size(); start++) {
          lines.add(trajectory(id, start).line());
        }
      } else {
        kept.stream()
            .filter(line -> Trajectory.parse(line).method().equals(id))
            .forEach(lines::add);
      }
    }
    Files.createDirectories(FOLDER);
    Files.write(RECORDED, lines);
  }

  private static Trajectory trajectory(String id, int start) {
    MethodPlugin<?> plugin = DescentMethods.all().get(id);
    double[] point = ToyLoss.STARTS.get(start);
    return Trajectory.of(id, start, DESCENT.trajectory(plugin, ToyLoss.BOTH, point));
  }

  private static Map<String, List<Trajectory>> recorded() throws IOException {
    Map<String, List<Trajectory>> recorded = new TreeMap<>();
    for (String line : Files.readAllLines(RECORDED)) {
      Trajectory trajectory = Trajectory.parse(line);
      recorded.computeIfAbsent(trajectory.method(), id -> new ArrayList<>()).add(trajectory);
    }
    return recorded;
  }

  private static List<Trajectory> all(Map<String, List<Trajectory>> recorded) {
    return recorded.values().stream().flatMap(List::stream).toList();
  }

  private static String text(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file) : "";
  }

  @Test
  void gradientsMatchDifferencesOfLosses() {
    for (Objective loss : ToyLoss.BOTH) {
      for (double[] point :
          List.of(
              new double[] {-8.5, 7.5},
              new double[] {3, 0.7},
              new double[] {-2, -3},
              new double[] {9, -1},
              new double[] {6, 2})) {
        double[] gradient = loss.gradient(point);
        for (int i = 0; i < point.length; i++) {
          double[] above = point.clone();
          double[] below = point.clone();
          above[i] += STEP_OF_DIFFERENCES;
          below[i] -= STEP_OF_DIFFERENCES;
          assertThat(gradient[i])
              .isCloseTo(
                  (loss.value(above) - loss.value(below)) / (2 * STEP_OF_DIFFERENCES),
                  within(1e-6));
        }
      }
    }
  }

  /** No direction improves both losses at a point of the set, and there is one close to it. */
  @Test
  void gradientsOnParetoSetAreOpposed() {
    for (double x : new double[] {-6, -2, 0, 3.5, 6}) {
      assertThat(cosine(x, ParetoSet.y(x))).isCloseTo(-1, within(1e-6));
      assertThat(cosine(x, ParetoSet.y(x) + 1)).isGreaterThan(-0.9999);
    }
  }

  private static double cosine(double... point) {
    double[] first = ToyLoss.BOTH.get(0).gradient(point);
    double[] second = ToyLoss.BOTH.get(1).gradient(point);
    double product = first[0] * second[0] + first[1] * second[1];
    return product / Math.hypot(first[0], first[1]) / Math.hypot(second[0], second[1]);
  }
}
