package org.mtlbench.methods.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlbench.api.method.MethodPlugin;

/**
 * Where every method ends on two quadratic losses, L_1 = (x - a)^2 / 2 and L_2 = 3 (x - b)^2 / 2,
 * whose Pareto set is the segment from a to b.
 */
class QuadraticsTest {
  private static final double[] A = {-1, 2, 0.5};
  private static final double[] B = {2, -1, 1};
  private static final double[] START = {3, 3, -2};
  private static final double SECOND = 3;
  private static final List<Objective> LOSSES =
      List.of(
          new Quadratic(new double[] {1, 1, 1}, A),
          new Quadratic(new double[] {SECOND, SECOND, SECOND}, B));

  private static final Descent DESCENT = new Descent(20, 60, 0.05);
  private static final double TOLERANCE = 0.02;

  /**
   * The end as a share of the way from a to b, for methods whose stationary point is known: L_1 +
   * L_2 is least at 3/4; the losses are equal at sqrt 3 / (1 + sqrt 3).
   */
  private static final Map<String, Double> ENDS =
      Map.of(
          "ls", 0.75, "sus", 0.75, "ius", 0.75, "dwa", 0.75, "ours", 0.75, "stch", 0.634, "pbi",
          0.634, "epo", 0.634);

  /** Methods that minimise log-losses, or scales of losses: one of the losses ends at 0. */
  private static final Set<String> MINIMA = Set.of("si", "gls", "uw", "imtl-l");

  static Stream<String> methods() {
    return DescentMethods.all().keySet().stream().filter(id -> !id.equals("io"));
  }

  /**
   * The two optimisers of IO take steps of the same length along each coordinate, in opposite
   * directions between the minima, so it stops in the box between them instead.
   */
  @Test
  void individualOptimisersEndBetweenMinima() {
    List<double[]> path = DESCENT.trajectory(DescentMethods.all().get("io"), LOSSES, START);
    double[] end = path.get(path.size() - 1);
    for (int i = 0; i < end.length; i++) {
      assertThat(end[i])
          .isBetween(Math.min(A[i], B[i]) - TOLERANCE, Math.max(A[i], B[i]) + TOLERANCE);
    }
    assertThat(Math.abs(end[1] - A[1] - share(end) * (B[1] - A[1])))
        .as("distance from the Pareto set")
        .isGreaterThan(TOLERANCE);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void endsOnParetoSet(String id) {
    List<double[]> path = DESCENT.trajectory(DescentMethods.all().get(id), LOSSES, START);
    double[] end = path.get(path.size() - 1);
    double share = share(end);
    assertThat(share).as("share of the way from a to b").isBetween(-TOLERANCE, 1 + TOLERANCE);
    for (int i = 0; i < end.length; i++) {
      assertThat(end[i])
          .as("coordinate %d at share %.3f", i, share)
          .isCloseTo(A[i] + share * (B[i] - A[i]), within(TOLERANCE));
    }
    if (ENDS.containsKey(id)) {
      assertThat(share).isCloseTo(ENDS.get(id), within(TOLERANCE));
    }
    if (MINIMA.contains(id)) {
      assertThat(Math.min(Math.abs(share), Math.abs(1 - share))).isLessThan(TOLERANCE);
    }
  }

  private static double share(double... point) {
    double along = 0;
    double length = 0;
    for (int i = 0; i < point.length; i++) {
      along += (point[i] - A[i]) * (B[i] - A[i]);
      length += (B[i] - A[i]) * (B[i] - A[i]);
    }
    return along / length;
  }

  /** The direct calls of {@link Descent} give the path of the training loop. */
  @ParameterizedTest
  @ValueSource(strings = {"ls", "famo", "mgda", "pcgrad", "graddrop", "db-mtl", "modo"})
  void directCallsFollowTrainingLoop(String id) {
    MethodPlugin<?> plugin = DescentMethods.all().get(id);
    Descent few = new Descent(3, 20, 0.05);
    List<double[]> direct = few.trajectory(plugin, LOSSES, START);
    List<double[]> trained = few.trained(plugin, LOSSES, START);
    assertThat(direct).hasSameSizeAs(trained);
    for (int epoch = 0; epoch < direct.size(); epoch++) {
      assertThat(direct.get(epoch)).containsExactly(trained.get(epoch), within(1e-4));
    }
  }
}
