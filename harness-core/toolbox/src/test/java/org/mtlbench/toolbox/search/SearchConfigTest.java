package org.mtlbench.toolbox.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.dataset.InputSpec;
import org.mtlbench.toolbox.task.Tasks;

class SearchConfigTest {
  @Test
  void reportsEveryInvalidKey() {
    assertThatThrownBy(() -> new SearchConfig(0, 1.5, true, List.of(-1.0)))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("search-epochs")
        .hasMessageContaining("search-fraction")
        .hasMessageContaining("learning-rates");
    assertThatThrownBy(() -> new SearchConfig(1, 1, true, List.of()))
        .hasMessageContaining("since search-learning-rates is true");
    assertThat(new SearchConfig(1, 1, false, List.of()).learningRates()).isEmpty();
  }

  @Test
  void subsetEpochCostsItsStepsAndFullValidation() {
    DatasetFacts facts =
        new DatasetFacts(
            List.of(Tasks.classification("a", 2)), InputSpec.of(1), "none", 100, 30, 10, true);
    // 300 forward passes' worth of steps and 30 of validation; 60 and 30 on a fifth
    assertThat(new SearchConfig(1, 0.2, false, List.of()).relativeCost(facts))
        .isCloseTo(90.0 / 330, within(1e-15));
    assertThat(new SearchConfig(1, 1, false, List.of()).relativeCost(facts)).isEqualTo(1);
  }
}
