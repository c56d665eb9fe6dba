package org.mtlbench.datasets.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.testkit.ImageSplit;

class ImageDatasetTest {
  private static final Normalisation GREY = new Normalisation(List.of(.1307), List.of(.3081));
  private static final Normalisation COLOURS =
      new Normalisation(List.of(.4, .5, .6), List.of(.2, .25, .3));

  @Test
  void storesBytesAndClassIndices() {
    try (NDManager manager = NDManager.newBaseManager()) {
      ImageSplit split = ImageSplit.of(dataset(1, GREY, manager), SplitName.VALIDATION, manager);
      assertThat(split.images().getShape()).isEqualTo(new Shape(2, 6, 4, 1));
      assertThat(split.images().getDataType()).isEqualTo(DataType.UINT8);
      assertThat(split.targets().get(0).toLongArray()).containsExactly(3, 4);
      assertThat(split.targets().get(1).toLongArray()).containsExactly(5, 6);
    }
  }

  @Test
  void preparesNormalisedImagesWithoutModifyingBytes() {
    agrees(1, GREY);
    agrees(3, COLOURS);
  }

  private static void agrees(int channels, Normalisation normalisation) {
    try (NDManager manager = NDManager.newBaseManager()) {
      ImageDataset dataset = dataset(channels, normalisation, manager);
      NDArray images = ImageSplit.of(dataset, SplitName.TRAIN, manager).images();
      byte[] before = images.toByteArray();
      NDArray input = ImageSplit.prepare(dataset, images);
      assertThat(input.getShape()).isEqualTo(new Shape(2, channels, 6, 4));
      assertThat(input.getDataType()).isEqualTo(DataType.FLOAT32);
      for (int i = 0; i < before.length; i++) {
        int channel = i % channels;
        int column = i / channels % 4;
        int row = i / channels / 4 % 6;
        double expected =
            (Byte.toUnsignedInt(before[i]) / 255. - normalisation.means().get(channel))
                / normalisation.deviations().get(channel);
        assertThat((double) input.getFloat(i / channels / 24, channel, row, column))
            .isCloseTo(expected, within(1e-6));
      }
      assertThat(images.toByteArray()).isEqualTo(before);
    }
  }

  @Test
  void doesNotAugmentByDefault() {
    try (NDManager manager = NDManager.newBaseManager()) {
      ImageDataset dataset = dataset(3, COLOURS, manager);
      NDArray images = ImageSplit.of(dataset, SplitName.TRAIN, manager).images();
      assertThat(ImageSplit.augment(dataset, images, new Random(1))).isSameAs(images);
    }
  }

  @Test
  void attachesOnlyItsTensors() {
    try (NDManager manager = NDManager.newBaseManager()) {
      int before = manager.getManagedArrays().size();
      dataset(1, GREY, manager);
      // three parts of images and two tasks' labels, a factor and an offset for every pixel
      assertThat(manager.getManagedArrays()).hasSize(before + 11);
    }
  }

  @Test
  void rejectsNormalisationOfOtherChannels() {
    try (NDManager manager = NDManager.newBaseManager()) {
      assertThatThrownBy(() -> dataset(1, COLOURS, manager))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("does not fit");
    }
    assertThatThrownBy(() -> new Normalisation(List.of(.5), List.of(0.)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void rejectsSplitsOfDifferentKind() {
    LabelledImages grey = labelledImages(1);
    LabelledImages colour = labelledImages(3);
    assertThatThrownBy(() -> new ImageSplits(grey, grey, colour))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("different kinds");
    assertThatThrownBy(
            () -> new LabelledImages(grey.shape(), grey.images(), List.of(new byte[] {1})))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("48 bytes are not 1 images of 24");
  }

  private static ImageDataset dataset(
      int channels, Normalisation normalisation, NDManager manager) {
    LabelledImages images = labelledImages(channels);
    return new ImageDataset(
        new ImageSplits(images, images, images), normalisation, Augmentation.none(), manager);
  }

  private static LabelledImages labelledImages(int channels) {
    ImageShape shape = new ImageShape(6, 4, channels);
    byte[] images = new byte[2 * shape.size()];
    new Random(7).nextBytes(images);
    return new LabelledImages(shape, images, List.of(new byte[] {3, 4}, new byte[] {5, 6}));
  }
}
