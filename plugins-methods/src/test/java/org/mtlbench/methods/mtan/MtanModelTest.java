package org.mtlbench.methods.mtan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.architecture.StagedNetwork;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.layer.Role;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.api.training.Initialisation;
import org.mtlbench.testkit.CountingNetwork;
import org.mtlbench.testkit.TinyProblem;
import org.mtlbench.toolbox.gradient.Backward;
import org.mtlbench.toolbox.gradient.GradientMode;
import org.mtlbench.toolbox.initialisation.Initialiser;
import org.mtlbench.toolbox.optimiser.Sgd;
import org.mtlbench.toolbox.training.Batch;

class MtanModelTest {
  private final NDManager manager = NDManager.newBaseManager();
  private final TinyProblem problem = new TinyProblem(manager, 1);
  private final CountingNetwork network = new CountingNetwork(problem.network("network"));

  @AfterEach
  void close() {
    manager.close();
  }

  private MtanModel model(StagedNetwork inner, boolean shared) {
    return MtanModel.of(
        inner,
        AttentionLayers.of(TinyProblem.PARTS.blueprint()),
        shared,
        manager,
        new Randomness(1));
  }

  private Batch batch() {
    return problem.batch(40);
  }

  private static float[] named(MtanModel model, String name) {
    return model.parameters().stream()
        .filter(parameter -> parameter.name().equals(name))
        .findFirst()
        .orElseThrow()
        .value()
        .toFloatArray();
  }

  /** W x + b, row by row in float64. */
  private static double[] linear(double[] x, float[] matrix, float[] bias) {
    double[] y = new double[bias.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = bias[i];
      for (int j = 0; j < x.length; j++) {
        y[i] += matrix[i * x.length + j] * x[j];
      }
    }
    return y;
  }

  @Test
  void headReadsAttendedStage() {
    MtanModel model = model(network, false);
    try (GradientMode off = GradientMode.off();
        NDScope scope = new NDScope()) {
      NDArray image = batch().input().get("0:1");
      NDArray first = network.stage(0, image, ForwardMode.EVALUATION);
      NDArray second = network.stage(1, first, ForwardMode.EVALUATION);
      List<NDArray> outputs = model.predict(image, ForwardMode.EVALUATION);
      for (int task = 1; task <= 2; task++) {
        double[] read = new double[12];
        float[] flat = first.reshape(12).toFloatArray();
        for (int i = 0; i < 12; i++) {
          read[i] = flat[i];
        }
        String module = "attention" + task + ".stage2.linear";
        double[] hidden =
            linear(read, named(model, module + "1.weight"), named(model, module + "1.bias"));
        for (int i = 0; i < hidden.length; i++) {
          hidden[i] = Math.max(0, hidden[i]);
        }
        double[] mask =
            linear(hidden, named(model, module + "2.weight"), named(model, module + "2.bias"));
        double[] attended = new double[6];
        for (int i = 0; i < 6; i++) {
          attended[i] = second.toFloatArray()[i] / (1 + Math.exp(-mask[i]));
        }
        String head = "head" + task + ".linear";
        double[] logits =
            linear(attended, named(model, head + ".weight"), named(model, head + ".bias"));
        float[] found = outputs.get(task - 1).toFloatArray();
        assertThat((double) found[0]).isCloseTo(logits[0], within(1e-5));
        assertThat((double) found[1]).isCloseTo(logits[1], within(1e-5));
      }
    }
  }

  @Test
  void acceptsOneInputPerTask() {
    MtanModel model = model(network, false);
    try (GradientMode off = GradientMode.off();
        NDScope scope = new NDScope()) {
      NDArray first = batch().input();
      NDArray second = first.neg();
      List<NDArray> outputs = model.predict(List.of(first, second), ForwardMode.EVALUATION);
      assertThat(outputs.get(0)).isEqualTo(model.predict(first, ForwardMode.EVALUATION).get(0));
      assertThat(outputs.get(1)).isEqualTo(model.predict(second, ForwardMode.EVALUATION).get(1));
    }
  }

  @Test
  void everyTaskHasItsOwnAttention() {
    MtanModel model = model(network, false);
    assertThat(model.parameters()).extracting(Parameter::name).doesNotHaveDuplicates();
    assertThat(model.attentionParameters())
        .hasSize(2 * 4)
        .allMatch(
            p -> p.role().equals(p.name().startsWith("attention1.") ? Role.task(0) : Role.task(1)));
    assertThat(named(model, "attention1.stage2.linear1.weight"))
        .isNotEqualTo(named(model, "attention2.stage2.linear1.weight"));
  }

  @Test
  void sharedAttentionBelongsToTrunk() {
    MtanModel model = model(network, true);
    assertThat(model.attentionParameters()).hasSize(4).allMatch(Parameter::shared);
    assertThat(model.parameters()).hasSize(network.parameters().size() + 4);
    assertThat(model.attentionParameters()).allMatch(p -> p.name().startsWith("attention.stage2."));
  }

  @Test
  void fusionAndHeadsReadAttendedFeatureAndImage() {
    List<NDArray> fused = new ArrayList<>();
    StagedNetwork monitored =
        new ForwardingNetwork(network) {
          @Override
          public NDArray fuse(int task, NDArray shared, NDArray input, ForwardMode mode) {
            assertThat(input.getShape().dimension()).isEqualTo(4);
            NDArray monitor = input.mean().mul(task + 1);
            fused.add(shared.add(monitor));
            return fused.get(task);
          }
        };
    MtanModel model = model(monitored, false);
    try (GradientMode off = GradientMode.off();
        NDScope scope = new NDScope()) {
      List<NDArray> outputs = model.predict(batch().input(), ForwardMode.EVALUATION);
      for (int task = 0; task < 2; task++) {
        assertThat(outputs.get(task).toFloatArray())
            .isEqualTo(network.head(task, fused.get(task), ForwardMode.EVALUATION).toFloatArray());
      }
    }
  }

  @Test
  void lsuvScalesAttention() {
    MtanModel model = model(network, false);
    Initialiser.apply(Initialisation.LSUV, model, problem, "network");
    List<String> scaled = new ArrayList<>();
    try (GradientMode off = GradientMode.off();
        NDScope scope = new NDScope()) {
      model.predict(
          problem.batch(256).input(),
          ForwardMode.probing(
              (parameter, output) -> {
                double deviation = Math.sqrt(output.sub(output.mean()).square().mean().getFloat());
                assertThat(deviation).as(parameter.name()).isCloseTo(1, within(0.1));
                scaled.add(parameter.name());
              }));
    }
    assertThat(scaled)
        .contains("attention1.stage2.linear1.weight", "attention2.stage2.linear2.weight")
        .hasSize(2 + 2 + 4);
  }

  @Test
  void stepRunsOneForwardAndBackwardPass() {
    MtanModel model = model(network, false);
    // the same start for both tasks
    try (GradientMode off = GradientMode.off()) {
      for (int i = 0; i < 4; i++) {
        model
            .attentionParameters()
            .get(i)
            .value()
            .copyTo(model.attentionParameters().get(4 + i).value());
      }
    }
    int[] backwards = {0};
    AttentionTrainer attended =
        new AttentionTrainer(
            problem.tasks(),
            model,
            new Sgd(0, 0),
            loss -> {
              backwards[0]++;
              Backward.run(loss);
            });
    try (GradientMode on = GradientMode.on();
        NDScope scope = new NDScope()) {
      attended.step(new double[] {0.05, 0.05}).run(batch(), 1);
    }
    assertThat(network.stageRuns()).isEqualTo(network.stages());
    assertThat(network.headRuns()).isEqualTo(2);
    assertThat(backwards[0]).isEqualTo(1);
    for (int i = 0; i < 4; i++) {
      assertThat(model.attentionParameters().get(i).value().toFloatArray())
          .as(model.attentionParameters().get(i).name())
          .isNotEqualTo(model.attentionParameters().get(4 + i).value().toFloatArray());
    }
  }
}
