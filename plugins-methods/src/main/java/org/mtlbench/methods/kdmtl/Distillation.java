package org.mtlbench.methods.kdmtl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.mtlbench.api.architecture.Blueprint;
import org.mtlbench.api.architecture.StagedNetwork;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.LayerSpec;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.layer.Role;
import org.mtlbench.api.method.Session;
import org.mtlbench.toolbox.dataset.IndexSelect;
import org.mtlbench.toolbox.gradient.GradientMode;
import org.mtlbench.toolbox.network.Activation;
import org.mtlbench.toolbox.network.Chain;
import org.mtlbench.toolbox.network.Convolution;
import org.mtlbench.toolbox.network.LayerShapes;
import org.mtlbench.toolbox.network.Linear;
import org.mtlbench.toolbox.training.Batch;
import org.mtlbench.toolbox.training.BatchLoop;

/**
 * The distances between the student's feature, transformed by one adaptor per task, and the trunk
 * features of the single-task teachers.
 */
final class Distillation {
  /** Teacher features of the training split are cached if they need no more bytes than this. */
  private static final long KEPT_BYTES = 256L << 20;

  private static final int BATCH = 256;

  private final List<Chain> adaptors;
  private final List<StagedNetwork> teachers;
  private final Dataset dataset;
  private final NDManager manager;

  /** One per teacher, (N, ...), in the order of the training split; empty until first used. */
  private List<NDArray> kept = List.of();

  /**
   * @param adaptors one per task, each preserves the shape of the trunk's feature
   * @param teachers one per task; each has an output for its own task only
   */
  private Distillation(List<Chain> adaptors, List<StagedNetwork> teachers, Session session) {
    this.adaptors = List.copyOf(adaptors);
    this.teachers = List.copyOf(teachers);
    dataset = session.dataset();
    manager = session.manager();
  }

  /**
   * New adaptors with PyTorch's default initialisation: a linear layer, or a 1x1 convolution for a
   * spatial feature, followed by a ReLU.
   */
  static Distillation of(List<StagedNetwork> teachers, Blueprint student, Session session) {
    List<LayerSpec> layers = adaptor(student);
    List<Chain> adaptors = new ArrayList<>();
    for (int task = 0; task < teachers.size(); task++) {
      adaptors.add(
          Chain.of(
              "adaptor" + (task + 1),
              layers,
              Role.task(task),
              false,
              false,
              session.manager(),
              session.random().part("adaptors")));
    }
    return new Distillation(adaptors, teachers, session);
  }

  private static List<LayerSpec> adaptor(Blueprint student) {
    Shape feature = student.trunkFeature();
    int width = Math.toIntExact(feature.get(0));
    return List.of(
        feature.dimension() == 1 ? new Linear(width, width) : new Convolution(width, width, 1),
        Activation.RELU);
  }

  /**
   * Multiply-adds per step in addition to the student, expressed as a forward and a backward pass:
   * the teachers' trunks run forward only, which is a third of it.
   */
  static double multiplyAdds(Blueprint student) {
    double adaptor = LayerShapes.multiplyAdds(adaptor(student), student.trunkFeature());
    return student.tasks() * (student.shared() / 3.0 + adaptor);
  }

  /** The adaptors' parameters. */
  List<Parameter> parameters() {
    return adaptors.stream().flatMap(adaptor -> adaptor.parameters().stream()).toList();
  }

  /**
   * The loss sum_i lambda_i * mean_batch ||n(A_i(f)) - n(f_i)||^2, where f_i are the teachers'
   * features, which carry no gradient.
   *
   * @param features f, the student's trunk feature for each input of the batch, (B, d) or (B, d, H,
   *     W)
   * @param batch the training batch of these features
   * @param lambda (K), of any floating-point type
   * @return a scalar
   */
  NDArray loss(List<NDArray> features, Batch batch, NDArray lambda) {
    List<NDArray> taught = taught(batch);
    NDArray factors = lambda.toType(DataType.FLOAT32, false);
    NDArray sum = null;
    for (int task = 0; task < lambda.size(); task++) {
      NDArray feature = features.get(features.size() == 1 ? 0 : task);
      NDArray adapted = adaptors.get(task).forward(feature, ForwardMode.TRAINING);
      NDArray distance = FeatureDistance.of(adapted, taught.get(task)).mul(factors.get(task));
      sum = sum == null ? distance : sum.add(distance);
    }
    return sum;
  }

  /**
   * The teachers' features of a batch. Trained teachers do not change, so the features of images
   * without augmentation are computed once.
   */
  private List<NDArray> taught(Batch batch) {
    try (GradientMode off = GradientMode.off()) {
      if (dataset.augments()) {
        return taught(batch.inputs());
      }
      if (kept.isEmpty()) {
        List<NDArray> first = taught(batch.inputs());
        long bytes = first.stream().mapToLong(f -> f.size() / batch.size() * Float.BYTES).sum();
        if (bytes * dataset.split(SplitName.TRAIN).size() > KEPT_BYTES) {
          return first;
        }
        kept = ofTheSplit();
      }
      return kept.stream().map(features -> IndexSelect.of(features, batch.positions())).toList();
    }
  }

  private List<NDArray> taught(List<NDArray> inputs) {
    List<NDArray> features = new ArrayList<>();
    for (int task = 0; task < teachers.size(); task++) {
      NDArray own = inputs.get(inputs.size() == 1 ? 0 : task);
      features.add(teachers.get(task).trunk(own, ForwardMode.EVALUATION));
    }
    return features;
  }

  private List<NDArray> ofTheSplit() {
    List<NDList> parts = teachers.stream().map(teacher -> new NDList()).toList();
    BatchLoop.evaluate(
        dataset,
        SplitName.TRAIN,
        BATCH,
        manager,
        () -> {},
        batch -> {
          List<NDArray> features = taught(batch.inputs());
          for (int task = 0; task < features.size(); task++) {
            NDArray feature = features.get(task);
            NDScope.unregister(feature);
            parts.get(task).add(feature);
          }
        });
    List<NDArray> whole = new ArrayList<>();
    for (NDList part : parts) {
      NDArray features = NDArrays.concat(part);
      // Outlives the step that first computes them.
      NDScope.unregister(features);
      part.close();
      whole.add(features);
    }
    return List.copyOf(whole);
  }

  /** The adaptors, one per task. */
  List<Chain> adaptors() {
    return adaptors;
  }
}
