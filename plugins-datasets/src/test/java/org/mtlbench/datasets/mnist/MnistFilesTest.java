package org.mtlbench.datasets.mnist;

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

class MnistFilesTest {
  @TempDir Path root;

  @Test
  void namesMissingFiles() throws IOException {
    Path none = root.resolve("none");
    rejected(none, none + ": found no folder");
    rejected(Files.createFile(root.resolve("file")), "found a file");
    rejected(root, root + ": found no file of MNIST");
    Files.createFile(root.resolve("t10k-labels-idx1-ubyte.gz"));
    rejected(
        root,
        "no train-images-idx3-ubyte[.gz], no train-labels-idx1-ubyte[.gz],"
            + " no t10k-images-idx3-ubyte[.gz]");
  }

  @Test
  void prefersSubfolderAndPlainFiles() throws IOException {
    Files.createFile(root.resolve("t10k-labels-idx1-ubyte"));
    assertThat(new MnistFiles(root).folder()).isEqualTo(root);
    Path sub = Files.createDirectory(root.resolve("mnist"));
    assertThat(new MnistFiles(root).folder()).isEqualTo(root);
    Path gzip = Files.createFile(sub.resolve("t10k-labels-idx1-ubyte.gz"));
    assertThat(new MnistFiles(root).find(MnistFile.TEST_LABELS)).contains(gzip);
    Path plain = Files.createFile(sub.resolve("t10k-labels-idx1-ubyte"));
    assertThat(new MnistFiles(root).find(MnistFile.TEST_LABELS)).contains(plain);
  }

  @Test
  void readsOtherContentAndReportsIt() throws IOException {
    IdxFixture.writeBlankMnist(root.resolve("mnist"));
    Mnist mnist = new MnistFiles(root).load();
    assertThat(mnist.train().size()).isEqualTo(60_000);
    assertThat(mnist.test().size()).isEqualTo(10_000);
    assertThat(mnist.verified()).isFalse();
    assertThat(mnist.checks())
        .hasSize(4)
        .allSatisfy(check -> assertThat(check.remark()).contains("differs from the published"));
  }

  @Test
  void inspectsEveryFileWithoutThrowing() throws IOException {
    Path sub = Files.createDirectory(root.resolve("mnist"));
    Files.write(sub.resolve("t10k-labels-idx1-ubyte"), IdxFixture.idx(new byte[10_000], 10_000));
    Files.createDirectory(sub.resolve("train-labels-idx1-ubyte"));
    Files.write(sub.resolve("t10k-images-idx3-ubyte.gz"), new byte[100]);
    assertThat(new MnistFiles(root).inspect())
        .extracting(SourceFile::name, SourceFile::state)
        .containsExactly(
            tuple("mnist/train-images-idx3-ubyte.gz", SourceFile.State.MISSING),
            tuple("mnist/train-labels-idx1-ubyte", SourceFile.State.BROKEN),
            tuple("mnist/t10k-images-idx3-ubyte.gz", SourceFile.State.BROKEN),
            tuple("mnist/t10k-labels-idx1-ubyte", SourceFile.State.UNVERIFIED));
  }

  @Test
  void verifiesPublishedFiles() {
    Mnist mnist = new MnistFiles(RealData.folder()).load();
    assertThat(mnist.verified()).isTrue();
    // the first labels of both sets, as published
    assertThat(mnist.train().labels()).startsWith(5, 0, 4, 1, 9);
    assertThat(mnist.test().labels()).startsWith(7, 2, 1, 0, 4);
    assertThat(new MnistFiles(RealData.folder()).inspect())
        .allSatisfy(
            file -> {
              assertThat(file.state()).isEqualTo(SourceFile.State.VERIFIED);
              assertThat(file.checksum()).hasSize(64);
              assertThat(file.remark()).isEmpty();
            });
  }

  @Test
  void verifiesPublishedFashionFiles() {
    MnistFiles files = new MnistFiles(MnistVariant.FASHION_MNIST, RealData.withFashionMnist());
    Mnist fashion = files.load();
    assertThat(fashion.verified()).isTrue();
    assertThat(fashion.train().labels()).startsWith(9, 0, 0, 3, 0, 2, 7, 2, 5, 5);
    assertThat(fashion.test().labels()).startsWith(9, 2, 1, 1, 6, 1, 4, 6, 5, 7);
    // the ten classes are of equal size, as published
    assertThat(counts(fashion.train())).containsOnly(6_000L).hasSize(10);
    assertThat(counts(fashion.test())).containsOnly(1_000L).hasSize(10);
  }

  private static long[] counts(DigitSet set) {
    long[] counts = new long[MnistFile.CLASSES];
    for (byte label : set.labels()) {
      counts[label]++;
    }
    return counts;
  }

  private static void rejected(Path root, String part) {
    assertThatThrownBy(() -> new MnistFiles(root).load())
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining(part);
  }
}
