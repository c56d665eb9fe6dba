package org.mtlbench.api.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class InputSpecTest {
  @Test
  void addsChannelsToImagesAndColumnsToVectors() {
    assertThat(InputSpec.of(3, 32, 32).wider(2)).isEqualTo(InputSpec.of(5, 32, 32));
    assertThat(InputSpec.of(7).wider(2)).isEqualTo(InputSpec.of(9));
  }

  @Test
  void categoricalColumnsRemainTheLastOnes() {
    InputSpec input = new InputSpec(new Shape(4), List.of(3, 5));
    assertThat(input.wider(1)).isEqualTo(new InputSpec(new Shape(5), List.of(3, 5)));
  }
}
