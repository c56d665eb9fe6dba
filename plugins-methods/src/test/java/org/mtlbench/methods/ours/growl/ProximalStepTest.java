package org.mtlbench.methods.ours.growl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.layer.Position;
import org.mtlbench.api.layer.Role;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.methods.NoCheckpoints;
import org.mtlbench.methods.neuronrow.RowMask;
import org.mtlbench.methods.ours.sharing.Clustering;
import org.mtlbench.methods.ours.sharing.RowSharing;
import org.mtlbench.toolbox.gradient.GradientMode;

class ProximalStepTest {
  private static final double[] SPIKE = ThetaPattern.SPIKE.theta(4, 0.8, 0.2);

  /** Rows (3, 4), (0.06, 0.08), (0, 0), (0.3, 0.4): norms 5, 0.1, 0, 0.5. */
  private static Parameter matrix(NDManager manager) {
    NDArray tensor =
        manager.create(new float[] {3, 0.06f, 0, 0.3f, 4, 0.08f, 0, 0.4f}, new Shape(2, 4));
    return new Parameter("m", tensor, Parameter.Kind.MATRIX, Role.TRUNK, Position.HIDDEN);
  }

  private static ProximalStep step(Parameter parameter, double share, Restore restore) {
    return new ProximalStep(parameter, SPIKE, 1, LayerCap.of(share, 1, 0), restore);
  }

  @Test
  void shrinksRowsAndZeroesSmallOnes() {
    try (NDManager manager = NDManager.newBaseManager()) {
      Parameter parameter = matrix(manager);
      CapOutcome outcome =
          step(parameter, 0.8, Restore.LARGEST).apply(1, new Randomness(0).stream("cap"));
      // theta = (1, 0.2, 0.2, 0.2): 5 - 1 = 4, 0.5 - 0.2 = 0.3, 0.1 - 0.2 < 0
      assertThat(parameter.rows().toFloatArray())
          .containsExactly(new float[] {2.4f, 3.2f, 0, 0, 0, 0, 0.18f, 0.24f}, within(1e-6f));
      assertThat(parameter.value().eq(0).sum().getLong()).isEqualTo(4);
      assertThat(outcome.zeroRows()).isEqualTo(2);
      assertThat(outcome.binding()).isFalse();
    }
  }

  @Test
  void capRestoresRow() {
    try (NDManager manager = NDManager.newBaseManager()) {
      Parameter parameter = matrix(manager);
      CapOutcome outcome =
          step(parameter, 0.25, Restore.LARGEST).apply(1, new Randomness(0).stream("cap"));
      assertThat(outcome.binding()).isTrue();
      assertThat(parameter.rows().get(1).toFloatArray()).containsExactly(0.06f, 0.08f);
      assertThat(parameter.rows().get(2).toFloatArray()).containsExactly(0, 0);
    }
  }

  @Test
  void maskKeepsZeroRowsOnly() {
    try (NDManager manager = NDManager.newBaseManager()) {
      Parameter parameter = matrix(manager);
      RowMask mask = new RowMask(parameter, new NoCheckpoints());
      mask.apply();
      assertThat(parameter.rows().get(0).toFloatArray()).containsExactly(3, 4);
      mask.freeze();
      try (GradientMode off = GradientMode.off()) {
        parameter.value().addi(1);
      }
      mask.apply();
      assertThat(parameter.rows().toFloatArray())
          .containsExactly(new float[] {4, 5, 1.06f, 1.08f, 0, 0, 1.3f, 1.4f}, within(1e-6f));
    }
  }

  @Test
  void sharingAveragesClustersAndKeepsPrunedRows() {
    try (NDManager manager = NDManager.newBaseManager()) {
      // rows 0, 1 and 3, 4 are near copies; row 2 is pruned
      NDArray tensor =
          manager.create(
              new float[] {1, 1.02f, 0, -2, -2.02f, 3, 3.02f, 0, 5, 5.02f}, new Shape(2, 5));
      Parameter parameter =
          new Parameter("m", tensor, Parameter.Kind.MATRIX, Role.TRUNK, Position.HIDDEN);
      RowSharing sharing = new RowSharing(parameter, new NoCheckpoints());
      sharing.share();
      assertThat(parameter.rows().get(1).toFloatArray()).containsExactly(1.02f, 3.02f);
      assertThat(sharing.cluster(0.7, () -> {}).clusters()).isEqualTo(2);
      sharing.share();
      float[] rows = parameter.rows().toFloatArray();
      assertThat(rows)
          .containsExactly(
              new float[] {1.01f, 3.01f, 1.01f, 3.01f, 0, 0, -2.01f, 5.01f, -2.01f, 5.01f},
              within(1e-6f));
      assertThat(rows[0]).isEqualTo(rows[2]);
      assertThat(rows[7]).isEqualTo(rows[9]);
    }
  }

  @Test
  void doesNotShareTooManyRows() {
    try (NDManager manager = NDManager.newBaseManager()) {
      Parameter parameter =
          new Parameter(
              "m",
              manager.ones(new Shape(1, RowSharing.MAX_ROWS + 1)),
              Parameter.Kind.MATRIX,
              Role.TRUNK,
              Position.HIDDEN);
      RowSharing sharing = new RowSharing(parameter, new NoCheckpoints());
      Clustering clustering = sharing.cluster(0.7, () -> {});
      assertThat(clustering.clusters()).isZero();
      assertThat(clustering.exemplarOf()).hasSize(RowSharing.MAX_ROWS + 1);
      sharing.share();
      assertThat(parameter.value().eq(1).all().getBoolean()).isTrue();
    }
  }
}
