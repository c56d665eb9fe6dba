package org.mtlbench.datasets.multifashion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.datasets.images.ImageShape;
import org.mtlbench.datasets.images.LabelledImages;
import org.mtlbench.datasets.mnist.DigitSet;
import org.mtlbench.datasets.multimnist.DigitPairing;
import org.mtlbench.datasets.multimnist.Resize;

class ConstructionTest {
  private static final int SIDE = 36;

  @Test
  void drawsAsMultiMnistByDefault() {
    DigitSet items = noise(40, 1);
    LabelledImages drawn = Construction.MULTIMNIST.draw(Pool.of(items), random("same"));
    LabelledImages expected =
        DigitPairing.draw(items, DigitPairing.partners(40, random("same")), Resize.LINEAR);
    assertThat(drawn.shape()).isEqualTo(new ImageShape(28, 28, 1));
    assertThat(drawn.images()).isEqualTo(expected.images());
    assertThat(drawn.labels(1)).isEqualTo(expected.labels(1));
  }

  @Test
  void takesLowerRightItemsFromOtherDataSet() {
    for (Construction construction : Construction.values()) {
      LabelledImages drawn =
          construction.draw(Pool.of(constant(30, 3, 10), constant(30, 7, 10)), random("two"));
      assertThat(drawn.labels(0)).hasSize(30 * construction.imagesPerItem()).containsOnly(3);
      assertThat(drawn.labels(1)).hasSize(30 * construction.imagesPerItem()).containsOnly(7);
    }
  }

  @Test
  void movesItemsByUpToFourPixelsFromOppositeCorners() {
    // items of a single bright pixel in the first row and column, left 100, right 200
    LabelledImages drawn =
        Construction.PARETO_MTL.draw(
            Pool.of(dots(400, 0, (byte) 100), dots(400, 1, (byte) 200)), random("moves"));
    assertThat(drawn.shape()).isEqualTo(new ImageShape(SIDE, SIDE, 1));
    TreeSet<Integer> leftRows = new TreeSet<>();
    TreeSet<Integer> leftColumns = new TreeSet<>();
    TreeSet<Integer> rightRows = new TreeSet<>();
    TreeSet<Integer> rightColumns = new TreeSet<>();
    for (int p = 0; p < drawn.images().length; p++) {
      int row = p / SIDE % SIDE;
      int column = p % SIDE;
      switch (Byte.toUnsignedInt(drawn.images()[p])) {
        case 0 -> {}
        case 100 -> {
          leftRows.add(row);
          leftColumns.add(column);
        }
        case 200 -> {
          rightRows.add(row);
          rightColumns.add(column);
        }
        default -> throw new AssertionError("a value of neither item");
      }
    }
    assertThat(leftRows).containsExactly(0, 1, 2, 3, 4);
    assertThat(leftColumns).containsExactly(0, 1, 2, 3, 4);
    assertThat(rightRows).containsExactly(4, 5, 6, 7, 8);
    assertThat(rightColumns).containsExactly(4, 5, 6, 7, 8);
  }

  @Test
  void pairsDifferentClassesOfOneDataSet() {
    DigitSet items = noise(300, 2);
    LabelledImages drawn = Construction.PARETO_MTL.draw(Pool.of(items), random("classes"));
    for (int i = 0; i < drawn.size(); i++) {
      assertThat(drawn.labels(1)[i]).isNotEqualTo(drawn.labels(0)[i]);
    }
    // every item is the upper left one once in each half
    assertThat(drawn.size()).isEqualTo(600);
    assertThat(Arrays.copyOf(drawn.labels(0), 300)).isEqualTo(items.labels());
    assertThat(Arrays.copyOfRange(drawn.labels(0), 300, 600)).isEqualTo(items.labels());
    assertThat(Arrays.copyOf(drawn.labels(1), 300))
        .isNotEqualTo(Arrays.copyOfRange(drawn.labels(1), 300, 600));
  }

  @Test
  void rejectsOneClassWhereTwoMustDiffer() {
    DigitSet items = constant(5, 1, 9);
    Pool pool = Pool.of(items);
    assertThatThrownBy(() -> Construction.PARETO_MTL.draw(pool, random("one")))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("construction: found pareto-mtl with items of a single class");
    assertThat(Construction.MULTIMNIST.draw(pool, random("one")).size()).isEqualTo(5);
  }

  private static RandomGenerator random(String purpose) {
    return new Randomness(42).stream(purpose);
  }

  private static DigitSet noise(int n, long seed) {
    byte[] images = new byte[n * DigitSet.PIXELS];
    new Random(seed).nextBytes(images);
    byte[] labels = new byte[n];
    for (int i = 0; i < n; i++) {
      labels[i] = (byte) (i % 10);
    }
    return new DigitSet(images, labels);
  }

  private static DigitSet constant(int n, int label, int value) {
    byte[] images = new byte[n * DigitSet.PIXELS];
    byte[] labels = new byte[n];
    Arrays.fill(images, (byte) value);
    Arrays.fill(labels, (byte) label);
    return new DigitSet(images, labels);
  }

  private static DigitSet dots(int n, int label, byte value) {
    DigitSet items = constant(n, label, 0);
    for (int i = 0; i < n; i++) {
      items.images()[i * DigitSet.PIXELS] = value;
    }
    return items;
  }
}
