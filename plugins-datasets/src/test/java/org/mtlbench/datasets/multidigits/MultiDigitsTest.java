package org.mtlbench.datasets.multidigits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.task.Task;
import org.mtlbench.datasets.RealData;
import org.mtlbench.testkit.ImageSplit;

class MultiDigitsTest {
  private static final DataAccess NO_FILES =
      new DataAccess(Path.of("none"), Path.of("none", "cache"), false);

  @TempDir Path root;

  private final SyntheticMultiDigitsPlugin drawn = new SyntheticMultiDigitsPlugin();
  private final MultiDigitsPlugin real = new MultiDigitsPlugin();

  @Test
  void hasFourDigitsByDefault() {
    assertThat(drawn.defaults())
        .isEqualTo(new SyntheticMultiDigitsConfig(4, 42, 10_000, 2_000, 2_000));
    assertThat(drawn.facts(drawn.defaults(), NO_FILES).synthetic()).isTrue();
    assertThat(real.defaults()).isEqualTo(new MultiDigitsConfig(4, 42));
    DatasetFacts facts = real.facts(real.defaults(), NO_FILES);
    assertThat(facts.synthetic()).isFalse();
    assertThat(List.of(facts.trainSize(), facts.validationSize(), facts.testSize()))
        .containsExactly(50_000, 10_000, 10_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9})
  void imagesHaveShapeOfFacts(int digits) {
    SyntheticMultiDigitsConfig config = new SyntheticMultiDigitsConfig(digits, 42, 12, 4, 4);
    DatasetFacts facts = drawn.facts(config, NO_FILES);
    assertThat(facts.tasks()).extracting(Task::name).hasSize(digits).startsWith("digit1", "digit2");
    try (NDManager manager = NDManager.newBaseManager()) {
      Dataset dataset = drawn.open(config, new DataAccess(root, root, false), manager);
      var images =
          ImageSplit.prepare(dataset, ImageSplit.of(dataset, SplitName.TRAIN, manager).images());
      assertThat(images.getShape()).isEqualTo(new Shape(12).addAll(facts.input().shape()));
      assertThat(facts.backbone()).isEqualTo("lenet");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10})
  void rejectsOtherNumbersOfDigits(int digits) {
    assertThatThrownBy(() -> new MultiDigitsConfig(digits, 1))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("digits: found " + digits + ", expected a whole number from 2 to 9");
    assertThatThrownBy(() -> new SyntheticMultiDigitsConfig(digits, 1, 0, 1, 1))
        .isInstanceOfSatisfying(
            InvalidConfigException.class, e -> assertThat(e.problems()).hasSize(2));
  }

  @Test
  void opensRealDigits() {
    Path data = RealData.folder();
    DataAccess access = new DataAccess(data, root.resolve("cache"), false);
    try (NDManager manager = NDManager.newBaseManager()) {
      Dataset dataset = real.open(new MultiDigitsConfig(3, 42), access, manager);
      assertThat(dataset.split(SplitName.TRAIN).size()).isEqualTo(50_000);
      assertThat(ImageSplit.of(dataset, SplitName.TEST, manager).targets()).hasSize(3);
      // the first test image's first digit is the first test digit, a 7
      assertThat(ImageSplit.of(dataset, SplitName.TEST, manager).targets().get(0).getLong(0))
          .isEqualTo(7);
    }
  }
}
