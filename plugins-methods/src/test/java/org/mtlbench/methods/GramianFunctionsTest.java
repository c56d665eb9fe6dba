package org.mtlbench.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mtlbench.api.method.Aggregation;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.method.Update;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.methods.alignedmtl.AlignedMtl;
import org.mtlbench.methods.alignedmtl.AlignedMtlPlugin;
import org.mtlbench.methods.cagrad.CaGrad;
import org.mtlbench.methods.cagrad.CaGradPlugin;
import org.mtlbench.methods.conflictfree.ConFig;
import org.mtlbench.methods.conflictfree.ConFigPlugin;
import org.mtlbench.methods.dualproj.DualProj;
import org.mtlbench.methods.dualproj.DualProjPlugin;
import org.mtlbench.methods.fairgrad.FairGrad;
import org.mtlbench.methods.fairgrad.FairGradPlugin;
import org.mtlbench.methods.imtlg.ImtlG;
import org.mtlbench.methods.imtlg.ImtlGPlugin;
import org.mtlbench.methods.mgda.Mgda;
import org.mtlbench.methods.mgda.MgdaPlugin;
import org.mtlbench.methods.nashmtl.NashMtl;
import org.mtlbench.methods.nashmtl.NashMtlPlugin;
import org.mtlbench.methods.pcgrad.PcGrad;
import org.mtlbench.methods.pcgrad.PcGradPlugin;
import org.mtlbench.methods.upgrad.UpGrad;
import org.mtlbench.methods.upgrad.UpGradPlugin;
import org.mtlbench.testkit.TinyProblem;
import org.mtlbench.testkit.given.GivenGradients;
import org.mtlbench.testkit.given.Jacobian;

/** Tests the common contract of functions from a Gramian to weights. */
class GramianFunctionsTest {
  /**
   * A function and the plugin that calls it; the contract test of the plugin checks the published
   * direction.
   */
  private record Case(MethodPlugin<?> plugin, Function<double[][], double[]> function) {
    @Override
    public String toString() {
      return plugin.descriptor().title();
    }
  }

  static Stream<Case> functions() {
    return Stream.of(
        new Case(new MgdaPlugin(), Mgda::weights),
        new Case(
            new PcGradPlugin(),
            gramian -> PcGrad.weights(gramian, new Randomness(0).stream("step"))),
        new Case(new CaGradPlugin(), gramian -> CaGrad.weights(gramian, 0.5)),
        new Case(new ImtlGPlugin(), ImtlG::weights),
        new Case(new NashMtlPlugin(), gramian -> NashMtl.weights(gramian, 1)),
        new Case(new AlignedMtlPlugin(), AlignedMtl::weights),
        new Case(new ConFigPlugin(), ConFig::weights),
        new Case(new FairGradPlugin(), gramian -> FairGrad.weights(gramian, 2)),
        new Case(new DualProjPlugin(), DualProj::weights),
        new Case(new UpGradPlugin(), UpGrad::weights));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void pluginReturnsSameBits(Case method) {
    try (NDManager manager = NDManager.newBaseManager()) {
      Aggregation aggregation = create(method.plugin(), new TinyProblem(manager, 1).context());
      for (Jacobian jacobian : Jacobian.family()) {
        Update update = aggregation.aggregate(GivenGradients.of(jacobian, manager));
        assertThat(update.taskWeights().orElseThrow())
            .as(jacobian.name())
            .isEqualTo(RandomGradients.weights(method.function(), jacobian));
      }
    }
  }

  private static <C extends Record> Aggregation create(
      MethodPlugin<C> plugin, MethodContext context) {
    return (Aggregation) plugin.create(plugin.defaults(), context);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void keepsGramianAndIsDeterministic(Case method) {
    for (Jacobian jacobian : RandomGradients.matrices()) {
      double[][] gramian =
          Arrays.stream(jacobian.rows()).map(jacobian::times).toArray(double[][]::new);
      double[][] before = Arrays.stream(gramian).map(double[]::clone).toArray(double[][]::new);
      double[] weights = method.function().apply(gramian);
      assertThat(weights).hasSize(jacobian.tasks());
      assertThat(gramian).isDeepEqualTo(before);
      assertThat(method.function().apply(gramian)).isEqualTo(weights);
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void rejectsInvalidGramians(Case method) {
    rejects(method, "gramian: found no row, expected T x T with T at least 1", new double[0][]);
    rejects(method, "gramian[1]: found 3 numbers, expected 2 numbers", new double[2][2], 1, 0, 1);
    rejects(method, "gramian[1][1]: found NaN, expected a finite number of", 1, 0, 0, Double.NaN);
    rejects(method, "gramian[0][0]: found Infinity, expected a finite", 1 / 0.0, 0, 0, 1);
    rejects(
        method, "gramian[1][1]: found -1.0, expected a finite number of at least 0", 1, 0, 0, -1);
    rejects(
        method, "gramian[1][0]: found NaN, expected a number from -2.0 to 2.0", 1, 0, 0 / 0.0, 4);
    rejects(method, "gramian[1][0]: found 3.0, expected a number from -2.0 to 2.0", 1, 3, 3, 4);
    rejects(method, "gramian[0][1]: found 1.0, expected 0.5 as at [1][0]", 1, 1, 0.5, 4);
  }

  private static void rejects(Case method, String message, double... two) {
    rejects(method, message, new double[][] {{two[0], two[1]}, {two[2], two[3]}});
  }

  private static void rejects(Case method, String message, double[][] gramian, double... second) {
    if (second.length > 0) {
      gramian[1] = second;
    }
    assertThatThrownBy(() -> method.function().apply(gramian))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
