package org.mtlbench.datasets.cifar10mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mtlbench.datasets.images.ImageShape;
import org.mtlbench.datasets.images.LabelledImages;
import org.mtlbench.datasets.images.TrainingImages;

class RotationTest {
  @Test
  void anglesAreEvenlySpaced() {
    double[] angles = Rotation.angles(20);
    double step = 40. / angles.length;
    assertThat(step).isLessThan(0.02);
    assertThat(angles[0]).isCloseTo(-20 + step / 2, within(1e-12));
    assertThat(angles[angles.length - 1]).isCloseTo(20 - step / 2, within(1e-12));
    for (int i = 1; i < angles.length; i++) {
      assertThat(angles[i] - angles[i - 1]).isCloseTo(step, within(1e-12));
    }
  }

  @Test
  void isOffAtZeroAndRejectsOtherRanges() {
    LabelledImages labelled =
        new LabelledImages(new ImageShape(3, 3, 1), new byte[9], List.of(new byte[1]));
    try (NDManager manager = NDManager.newBaseManager()) {
      TrainingImages still = Rotation.upTo(0).of(labelled, manager);
      NDArray images = still.images();
      assertThat(still.augment(images, new Random(1))).isSameAs(images);
    }
    for (double degrees : new double[] {-1, 181, Double.NaN}) {
      assertThatThrownBy(() -> Rotation.upTo(degrees))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("expected 0 to 180");
    }
  }
}
