package org.mtlbench.methods;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.methods.alternating.IusPlugin;
import org.mtlbench.methods.cagrad.CaGradPlugin;
import org.mtlbench.methods.kdmtl.KdmtlPlugin;
import org.mtlbench.methods.ls.LsPlugin;
import org.mtlbench.methods.mgda.MgdaPlugin;
import org.mtlbench.methods.mtan.MtanPlugin;
import org.mtlbench.methods.ours.OursPlugin;
import org.mtlbench.methods.pruning.GroupLassoPlugin;
import org.mtlbench.methods.pruning.MagnitudePruningPlugin;
import org.mtlbench.methods.stl.StlPlugin;
import org.mtlbench.methods.uw.UwPlugin;
import org.mtlbench.testkit.TinyProblem;
import org.mtlbench.testkit.TinyTraining;
import org.mtlbench.toolbox.config.ConfigBinder;

/** Transfers between Java and native memory in the training steps of methods. */
class TransfersTest {
  /**
   * A method on two tasks.
   *
   * @param reads transfers to Java per step
   * @param sends transfers from Java per step
   */
  private record Case(MethodPlugin<?> plugin, String config, int reads, int sends) {
    @Override
    public String toString() {
      return plugin.descriptor().id() + " " + config;
    }
  }

  private static Stream<Case> methods() {
    String sparse =
        "\"search-iterations\": 1, \"retrain-iterations\": 1, \"epochs-per-iteration\": 1,"
            + " \"k\": [0.2, 0.4, 0.4]";
    return Stream.of(
        new Case(new LsPlugin(), "", 0, 0),
        new Case(new StlPlugin(), "", 0, 0),
        new Case(new MgdaPlugin(), "", 0, 0),
        new Case(new OursPlugin(), "\"dense-iterations\": 1, \"epochs-per-iteration\": 1", 0, 0),
        new Case(new OursPlugin(), sparse, 0, 0),
        new Case(new OursPlugin(), sparse + ", \"growl\": \"gradient\"", 0, 0),
        new Case(new MtanPlugin(), "", 0, 0),
        new Case(new KdmtlPlugin(), "", 0, 0),
        new Case(new IusPlugin(), "", 0, 0),
        new Case(new MagnitudePruningPlugin(), "\"epochs\": 2", 0, 0),
        new Case(new GroupLassoPlugin(), "\"epochs\": 2", 0, 0),
        // methods with a solver on the host: losses or Gramian come, weights go
        new Case(new UwPlugin(), "", 1, 1),
        new Case(new CaGradPlugin(), "", 1, 1));
  }

  @BeforeAll
  static void instrument() {
    TransferCounter.install();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void valuesStayOnDevice(Case method) throws Exception {
    int[] few = transfers(method.plugin(), method.config(), 100);
    int[] many = transfers(method.plugin(), method.config(), 10);
    // 300 examples: 3 and 30 steps per epoch
    assertThat(List.of(many[0] - few[0], many[1] - few[1]))
        .as("reads and sends in 27 steps of each epoch of " + method)
        .containsExactly(27 * method.reads(), 27 * method.sends());
  }

  /** Reads and sends of a training, by default with one epoch per phase. */
  private static <C extends Record> int[] transfers(
      MethodPlugin<C> plugin, String config, int batchSize) throws Exception {
    ObjectNode chosen = (ObjectNode) new JsonMapper().readTree("{" + config + "}");
    chosen.put("batch-size", batchSize);
    if (ConfigBinder.toTree(plugin.defaults()).has("epochs")
        && !chosen.has("epochs-per-iteration")
        && !chosen.has("epochs")) {
      chosen.put("epochs", 1);
    }
    try (NDManager manager = NDManager.newBaseManager()) {
      TinyProblem problem = new TinyProblem(manager, 1);
      C bound = ConfigBinder.bind(plugin.defaults(), chosen, "config");
      int reads = TransferCounter.READS.get();
      int sends = TransferCounter.SENDS.get();
      TinyTraining.of(plugin.create(bound, problem.context()), problem);
      return new int[] {TransferCounter.READS.get() - reads, TransferCounter.SENDS.get() - sends};
    }
  }
}
