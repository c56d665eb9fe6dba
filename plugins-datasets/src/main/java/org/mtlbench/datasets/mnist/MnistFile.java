package org.mtlbench.datasets.mnist;

import java.nio.file.Path;
import org.mtlbench.datasets.source.FileCheck;

/**
 * The four files of MNIST (LeCun, Cortes, Burges), with their published checksums.
 *
 * <p>The SHA-256 sums of the gzip archives are those of TensorFlow Datasets ({@code
 * url_checksums/mnist.txt}). Those of the content are of the files whose MD5 sums were published on
 * the authors' page (6bbc9ace..., a25bea73..., 2646ac64..., 27ae3e4e...).
 */
public enum MnistFile {
  /** 60,000 training images, (60000, 28, 28). */
  TRAIN_IMAGES(
      "train-images-idx3-ubyte",
      60_000,
      true,
      "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
      "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
  /** 60,000 training labels, 0 to 9. */
  TRAIN_LABELS(
      "train-labels-idx1-ubyte",
      60_000,
      false,
      "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
      "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
  /** 10,000 test images, (10000, 28, 28). */
  TEST_IMAGES(
      "t10k-images-idx3-ubyte",
      10_000,
      true,
      "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
      "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
  /** 10,000 test labels, 0 to 9. */
  TEST_LABELS(
      "t10k-labels-idx1-ubyte",
      10_000,
      false,
      "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
      "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");

  /** Rows and columns of an image. */
  public static final int SIDE = 28;

  /** Labels are 0 to CLASSES - 1. */
  public static final int CLASSES = 10;

  private final String baseName;
  private final int count;
  private final boolean images;
  private final String archiveSha256;
  private final String sha256;

  MnistFile(String baseName, int count, boolean images, String archiveSha256, String sha256) {
    this.baseName = baseName;
    this.count = count;
    this.images = images;
    this.archiveSha256 = archiveSha256;
    this.sha256 = sha256;
  }

  /** The plain file's name. */
  public String baseName() {
    return baseName;
  }

  /** The name of the gzip archive on the mirrors. */
  public String archiveName() {
    return baseName + ".gz";
  }

  /** The number of images or labels. */
  public int count() {
    return count;
  }

  /** SHA-256 of the published gzip archive; a repacked archive has another. */
  public String archiveSha256() {
    return archiveSha256;
  }

  /**
   * Compares with the published file.
   *
   * @param path location of the file
   * @param found SHA-256 of its uncompressed content
   */
  FileCheck check(Path path, String found) {
    return FileCheck.compare(name(), path, found, sha256);
  }

  /** The shape of the array: (count, 28, 28) or (count). */
  public int[] shape() {
    return images ? new int[] {count, SIDE, SIDE} : new int[] {count};
  }

  boolean isImages() {
    return images;
  }
}
