package org.mtlbench.methods.kdmtl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.testkit.CountingNetwork;
import org.mtlbench.testkit.TinyProblem;
import org.mtlbench.toolbox.config.ConfigBinder;
import org.mtlbench.toolbox.gradient.Backward;
import org.mtlbench.toolbox.gradient.GradientMode;
import org.mtlbench.toolbox.training.Batch;

class DistillationTest {
  private static final double[] LAMBDA = {0.7, 1.9};

  private final NDManager manager = NDManager.newBaseManager();
  private final TinyProblem problem = new TinyProblem(manager, 1);
  private final CountingNetwork network = new CountingNetwork(problem.network("network"));
  private final List<CountingNetwork> teachers =
      List.of(
          new CountingNetwork(problem.network("task-0", 0)),
          new CountingNetwork(problem.network("task-1", 1)));
  private final Distillation distillation =
      Distillation.of(List.copyOf(teachers), problem.context().blueprint(), problem);
  private int backwards;

  @AfterEach
  void close() {
    manager.close();
  }

  private Student student(boolean gradient) {
    KdmtlConfig config =
        ConfigBinder.bind(
            new KdmtlPlugin().defaults(),
            JsonNodeFactory.instance.objectNode().put("distillation-gradient", gradient),
            "");
    return new Student(
        config,
        problem.tasks(),
        network,
        distillation,
        loss -> {
          backwards++;
          Backward.run(loss);
        });
  }

  private Batch batch() {
    return problem.batch(40);
  }

  private List<float[]> gradients(boolean gradient, double[] lambda) {
    try (GradientMode on = GradientMode.on();
        NDScope scope = new NDScope()) {
      student(gradient).descend(batch(), lambda);
      List<float[]> gradients =
          network.parameters().stream().map(p -> p.value().getGradient().toFloatArray()).toList();
      Backward.clear(network.parameters());
      Backward.clear(distillation.parameters());
      return gradients;
    }
  }

  /** Cross-entropies and weighted distances, term by term in float64. */
  private double loss(double[] lambda) {
    try (GradientMode off = GradientMode.off();
        NDScope scope = new NDScope()) {
      Batch batch = batch();
      NDArray feature = network.trunk(batch.input(), ForwardMode.TRAINING);
      List<NDArray> outputs = network.predict(batch.input(), ForwardMode.TRAINING);
      double sum = 0;
      for (int task = 0; task < 2; task++) {
        float[] logs = outputs.get(task).logSoftmax(-1).toFloatArray();
        long[] target = batch.targets().get(task).values().toLongArray();
        for (int i = 0; i < target.length; i++) {
          sum -= logs[2 * i + (int) target[i]] / target.length;
        }
        float[] adapted =
            distillation.adaptors().get(task).forward(feature, ForwardMode.TRAINING).toFloatArray();
        float[] taught =
            teachers.get(task).trunk(batch.input(), ForwardMode.EVALUATION).toFloatArray();
        sum += lambda[task] * distance(adapted, taught, 6);
      }
      return sum;
    }
  }

  private static double distance(float[] a, float[] b, int width) {
    double sum = 0;
    int rows = a.length / width;
    for (int row = 0; row < rows; row++) {
      double na = norm(a, row, width);
      double nb = norm(b, row, width);
      for (int j = row * width; j < (row + 1) * width; j++) {
        double difference = (na == 0 ? 0 : a[j] / na) - (nb == 0 ? 0 : b[j] / nb);
        sum += difference * difference / rows;
      }
    }
    return sum;
  }

  private static double norm(float[] values, int row, int width) {
    double sum = 0;
    for (int j = row * width; j < (row + 1) * width; j++) {
      sum += (double) values[j] * values[j];
    }
    return Math.sqrt(sum);
  }

  private double finiteDifference(Parameter parameter, int entry, double[] lambda) {
    float step = 1e-2f;
    float[] values = parameter.value().toFloatArray();
    double[] losses = new double[2];
    for (int side = 0; side < 2; side++) {
      float[] moved = values.clone();
      moved[entry] += side == 0 ? step : -step;
      write(parameter, moved);
      losses[side] = loss(lambda);
    }
    write(parameter, values);
    return (losses[0] - losses[1]) / (2 * step);
  }

  private static void write(Parameter parameter, float[] values) {
    try (GradientMode off = GradientMode.off()) {
      parameter.value().set(values);
    }
  }

  @Test
  void trunkGradientMatchesTotalLoss() {
    List<float[]> with = gradients(true, LAMBDA);
    List<float[]> without = gradients(true, new double[] {0, 0});
    List<Parameter> parameters = network.parameters();
    List<Double> changes = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      for (int entry = 0; entry < with.get(i).length; entry += 3) {
        assertThat((double) with.get(i)[entry])
            .as(parameters.get(i).name() + "[" + entry + "]")
            .isCloseTo(finiteDifference(parameters.get(i), entry, LAMBDA), within(5e-3));
      }
      if (parameters.get(i).shared()) {
        for (int entry = 0; entry < with.get(i).length; entry++) {
          changes.add((double) Math.abs(with.get(i)[entry] - without.get(i)[entry]));
        }
      } else {
        assertThat(with.get(i)).as("heads are not distilled").isEqualTo(without.get(i));
      }
    }
    assertThat(changes.stream().mapToDouble(Double::doubleValue).max().orElse(0))
        .isGreaterThan(0.05);
  }

  @Test
  void valueIsWeightedSumOfDistances() {
    try (GradientMode off = GradientMode.off();
        NDScope scope = new NDScope()) {
      Batch batch = batch();
      NDArray feature = network.trunk(batch.input(), ForwardMode.TRAINING);
      double value = distillation.loss(List.of(feature), batch, manager.create(LAMBDA)).getFloat();
      assertThat(value).isCloseTo(loss(LAMBDA) - loss(new double[2]), within(1e-5));
    }
  }

  @Test
  void cachesTeacherFeaturesWithoutAugmentation() {
    Distillation forgetting =
        Distillation.of(
            List.copyOf(teachers),
            problem.context().blueprint(),
            new TinyProblem(manager, 1).augmenting());
    try (GradientMode off = GradientMode.off()) {
      double first = value(distillation);
      assertThat(first).isCloseTo(value(forgetting), within(1e-6));
      int arrays = manager.getManagedArrays().size();
      Parameter parameter = teachers.get(0).parameters().get(0);
      parameter.value().muli(2);
      assertThat(value(distillation)).isEqualTo(first);
      assertThat(value(forgetting)).isNotEqualTo(first);
      assertThat(manager.getManagedArrays()).hasSize(arrays);
    }
  }

  private double value(Distillation of) {
    try (NDScope scope = new NDScope()) {
      Batch batch = batch();
      List<NDArray> features = List.of(network.trunk(batch.input(), ForwardMode.TRAINING));
      try (NDArray lambda = manager.create(LAMBDA)) {
        return of.loss(features, batch, lambda).getFloat();
      }
    }
  }

  @Test
  void detachedDistillationHasNoEffect() {
    List<float[]> cut = gradients(false, LAMBDA);
    List<float[]> without = gradients(true, new double[] {0, 0});
    for (int i = 0; i < cut.size(); i++) {
      assertThat(cut.get(i)).isEqualTo(without.get(i));
    }
  }

  @Test
  void stepRunsOneForwardAndBackwardPassOfStudent() {
    List<float[]> before =
        teachers.stream()
            .flatMap(t -> t.parameters().stream())
            .map(p -> p.value().toFloatArray())
            .toList();
    float[] adaptor = distillation.parameters().get(0).value().toFloatArray();
    try (GradientMode on = GradientMode.on();
        NDScope scope = new NDScope()) {
      float[] losses = student(true).step(LAMBDA).run(batch(), 1e-2).toFloatArray();
      assertThat(losses).hasSize(2);
      assertThat(Math.min(losses[0], losses[1])).isPositive();
    }
    assertThat(network.stageRuns()).isEqualTo(network.stages());
    assertThat(network.headRuns()).isEqualTo(2);
    assertThat(backwards).isEqualTo(1);
    assertThat(teachers)
        .as("teachers are evaluated and nothing of them is recorded")
        .allMatch(teacher -> teacher.stageRuns() == 0 && teacher.trainingRuns() == 0);
    List<float[]> after =
        teachers.stream()
            .flatMap(t -> t.parameters().stream())
            .map(p -> p.value().toFloatArray())
            .toList();
    for (int i = 0; i < before.size(); i++) {
      assertThat(after.get(i)).isEqualTo(before.get(i));
    }
    assertThat(distillation.parameters().get(0).value().toFloatArray()).isNotEqualTo(adaptor);
  }
}
