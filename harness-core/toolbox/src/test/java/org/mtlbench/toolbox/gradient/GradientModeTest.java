package org.mtlbench.toolbox.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.junit.jupiter.api.Test;

class GradientModeTest {
  @Test
  void nestsAndRestoresPreviousMode() {
    try (NDManager manager = NDManager.newBaseManager()) {
      assertThat(manager.create(1f).getFloat()).isEqualTo(1f);
      boolean before = GradientMode.recording();
      try (GradientMode on = GradientMode.on()) {
        assertThat(GradientMode.recording()).isTrue();
        try (GradientMode off = GradientMode.off()) {
          assertThat(GradientMode.recording()).isFalse();
        }
        assertThat(GradientMode.recording()).isTrue();
      }
      assertThat(GradientMode.recording()).isEqualTo(before);
    }
  }

  @Test
  void parametersCanBeWrittenWhileItIsOff() {
    try (NDManager manager = NDManager.newBaseManager();
        GradientMode on = GradientMode.on()) {
      NDArray parameter = manager.create(new float[] {1, 2});
      parameter.setRequiresGradient(true);
      try (GradientMode off = GradientMode.off()) {
        parameter.muli(3);
      }
      assertThat(parameter.toFloatArray()).containsExactly(3, 6);
      assertThat(parameter.hasGradient()).isTrue();
    }
  }
}
