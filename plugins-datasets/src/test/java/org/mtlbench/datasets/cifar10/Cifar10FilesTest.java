package org.mtlbench.datasets.cifar10;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.dataset.SourceFile;
import org.mtlbench.datasets.RealData;

class Cifar10FilesTest {
  @TempDir Path root;

  @Test
  void namesMissingFiles() throws IOException {
    Path none = root.resolve("none");
    rejected(none, none + ": found no folder");
    rejected(Files.createFile(root.resolve("file")), "found a file");
    rejected(root, root + ": found no file of CIFAR-10");
    Files.createFile(root.resolve("data_batch_3.bin"));
    rejected(
        root,
        root
            + ": found no data_batch_1.bin, no data_batch_2.bin, no data_batch_4.bin,"
            + " no data_batch_5.bin, no test_batch.bin");
  }

  @Test
  void searchesThreeFoldersInOrder() throws IOException {
    Path sub = root.resolve("cifar10");
    Path unpacked = Files.createDirectories(sub.resolve("cifar-10-batches-bin"));
    assertThat(new Cifar10Files(root).folder()).isEqualTo(sub);
    Files.createFile(root.resolve("test_batch.bin"));
    assertThat(new Cifar10Files(root).folder()).isEqualTo(root);
    Files.createFile(unpacked.resolve("data_batch_1.bin"));
    assertThat(new Cifar10Files(root).folder()).isEqualTo(unpacked);
    Files.createFile(sub.resolve("data_batch_1.bin"));
    assertThat(new Cifar10Files(root).folder()).isEqualTo(sub);
  }

  @Test
  void readsOtherContentAndReportsIt() throws IOException {
    Path sub = root.resolve("cifar10");
    Cifar10Fixture.writeBlankCifar10(sub);
    for (int file = 1; file <= 5; file++) {
      Cifar10Fixture.put(sub.resolve("data_batch_" + file + ".bin"), 5, 0, file, 100);
    }
    Cifar10Fixture.put(sub.resolve("test_batch.bin"), 5, 0, 6);
    Cifar10Files files = new Cifar10Files(root);
    Cifar10 cifar10 = files.load();
    assertThat(cifar10.train().size()).isEqualTo(50_000);
    assertThat(cifar10.test().size()).isEqualTo(10_000);
    for (int file = 0; file < 5; file++) {
      assertThat(cifar10.train().labels(0)[file * 10_000 + 5]).isEqualTo((byte) (file + 1));
      assertThat(cifar10.train().images()[(file * 10_000 + 5) * 3072]).isEqualTo((byte) 100);
    }
    assertThat(cifar10.test().labels(0)[5]).isEqualTo((byte) 6);
    assertThat(files.check())
        .hasSize(6)
        .allSatisfy(
            check ->
                assertThat(check.remark())
                    .contains("SHA-256")
                    .contains("differs from the published"));
  }

  @Test
  void inspectsEveryFileWithoutThrowing() throws IOException {
    Path sub = Files.createDirectory(root.resolve("cifar10"));
    Cifar10Fixture.writeBlank(sub.resolve("data_batch_1.bin"), Cifar10File.LENGTH);
    Cifar10Fixture.writeBlank(sub.resolve("data_batch_2.bin"), 17);
    Files.createDirectory(sub.resolve("test_batch.bin"));
    assertThat(new Cifar10Files(root).inspect())
        .extracting(SourceFile::name, SourceFile::state)
        .containsExactly(
            tuple("cifar10/data_batch_1.bin", SourceFile.State.UNVERIFIED),
            tuple("cifar10/data_batch_2.bin", SourceFile.State.BROKEN),
            tuple("cifar10/data_batch_3.bin", SourceFile.State.MISSING),
            tuple("cifar10/data_batch_4.bin", SourceFile.State.MISSING),
            tuple("cifar10/data_batch_5.bin", SourceFile.State.MISSING),
            tuple("cifar10/test_batch.bin", SourceFile.State.BROKEN));
  }

  @Test
  void readsPublishedFiles() {
    Cifar10 cifar10 = new Cifar10Files(RealData.withCifar10()).load();
    int[] train = new int[10];
    int[] test = new int[10];
    for (byte label : cifar10.train().labels(0)) {
      train[label]++;
    }
    for (byte label : cifar10.test().labels(0)) {
      test[label]++;
    }
    assertThat(train).containsOnly(5_000);
    assertThat(test).containsOnly(1_000);
  }

  private static void rejected(Path root, String part) {
    assertThatThrownBy(() -> new Cifar10Files(root).check())
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining(part);
    assertThatThrownBy(() -> new Cifar10Files(root).load())
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining(part);
  }
}
