package org.mtlbench.datasets;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.mtlbench.datasets.cifar10.Cifar10File;
import org.mtlbench.datasets.cifar10.Cifar10Files;
import org.mtlbench.datasets.mnist.MnistFile;
import org.mtlbench.datasets.mnist.MnistFiles;
import org.mtlbench.datasets.mnist.MnistVariant;

/** The folder of real data that tests may use. */
public final class RealData {
  private static final String NAME = "MTLBENCH_DATA";

  private RealData() {}

  /** The folder; a test that asks for it is skipped where there is none. */
  public static Path folder() {
    String named = System.getProperty(NAME, System.getenv(NAME));
    assumeTrue(
        named != null && Files.isDirectory(Path.of(named)),
        "needs real data: set " + NAME + " to a folder that holds mnist/");
    return Path.of(named);
  }

  /** The same folder if it holds CIFAR-10 as well. */
  public static Path withCifar10() {
    Path folder = folder();
    assumeTrue(
        Files.exists(new Cifar10Files(folder).path(Cifar10File.TEST)),
        "needs CIFAR-10: put it into " + folder.resolve(Cifar10Files.SUBFOLDER));
    return folder;
  }

  /** The same folder if it holds Fashion-MNIST as well. */
  public static Path withFashionMnist() {
    Path folder = folder();
    MnistFiles files = new MnistFiles(MnistVariant.FASHION_MNIST, folder);
    assumeTrue(
        files.find(MnistFile.TEST_LABELS).isPresent(),
        "needs Fashion-MNIST: put it into " + files.folder());
    return folder;
  }
}
