package org.mtlbench.datasets.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrayCacheTest {
  @TempDir Path folder;

  private final ImageSplits arrays = new ImageSplits(pairs(5, 1), pairs(3, 2), pairs(2, 3));
  private ArrayCache cache;
  private int built;

  @BeforeEach
  void inAFolderThatIsNotThereYet() {
    cache = new ArrayCache(folder.resolve("cache"));
  }

  @Test
  void buildsOnceAndReadsCache() throws IOException {
    assertSame(get("a"));
    assertSame(get("a"));
    assertThat(built).isEqualTo(1);
    try (var files = Files.list(folder.resolve("cache"))) {
      assertThat(files).containsExactly(cache.file("test", "a"));
    }
  }

  @Test
  void usesOneFilePerRecipe() {
    get("a");
    get("b");
    assertThat(built).isEqualTo(2);
    assertThat(cache.file("test", "a")).exists().isNotEqualTo(cache.file("test", "b"));
  }

  @Test
  void rebuildsIfAnyByteIsWrong() throws IOException {
    get("a");
    Path file = cache.file("test", "a");
    byte[] sound = Files.readAllBytes(file);
    int[] positions = {
      0, 10, 41, 51, 55, 60, 80, sound.length / 2, sound.length - 9, sound.length - 1
    };
    for (int position : positions) {
      byte[] wrong = sound.clone();
      wrong[position] ^= 4;
      rebuilds(file, wrong, sound);
    }
  }

  @Test
  void rebuildsIfLengthIsWrong() throws IOException {
    get("a");
    Path file = cache.file("test", "a");
    byte[] sound = Files.readAllBytes(file);
    for (int length : new int[] {0, 7, 68, sound.length - 1, sound.length + 1}) {
      rebuilds(file, Arrays.copyOf(sound, length), sound);
    }
  }

  @Test
  void ignoresFileOfOtherRecipe() throws IOException {
    get("a");
    get("b");
    Files.copy(
        cache.file("test", "b"), cache.file("test", "a"), StandardCopyOption.REPLACE_EXISTING);
    get("a");
    assertThat(built).isEqualTo(3);
  }

  @Test
  void worksWithUnwritableFolder() throws IOException {
    Files.createFile(folder.resolve("cache"));
    assertSame(get("a"));
    assertSame(get("a"));
    assertThat(built).isEqualTo(2);
  }

  private void rebuilds(Path file, byte[] content, byte[] sound) throws IOException {
    Files.write(file, content);
    int before = built;
    assertSame(get("a"));
    assertThat(built).isEqualTo(before + 1);
    assertThat(Files.readAllBytes(file)).isEqualTo(sound);
  }

  private ImageSplits get(String recipe) {
    return cache.get(
        "test",
        recipe,
        () -> {
          built++;
          return arrays;
        });
  }

  private void assertSame(ImageSplits found) {
    assertSame(found.train(), arrays.train());
    assertSame(found.validation(), arrays.validation());
    assertSame(found.test(), arrays.test());
  }

  private static void assertSame(LabelledImages found, LabelledImages expected) {
    assertThat(found.shape()).isEqualTo(expected.shape());
    assertThat(found.images()).isEqualTo(expected.images());
    assertThat(found.labels()).hasSameSizeAs(expected.labels());
    for (int task = 0; task < expected.labels().size(); task++) {
      assertThat(found.labels(task)).isEqualTo(expected.labels(task));
    }
  }

  private static LabelledImages pairs(int n, long seed) {
    Random random = new Random(seed);
    ImageShape shape = new ImageShape(4, 5, 3);
    byte[] images = new byte[n * shape.size()];
    byte[] first = new byte[n];
    byte[] second = new byte[n];
    random.nextBytes(images);
    random.nextBytes(first);
    random.nextBytes(second);
    return new LabelledImages(shape, images, List.of(first, second));
  }
}
