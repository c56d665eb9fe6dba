package org.mtlbench.datasets.mnist;

import java.nio.file.Path;
import org.mtlbench.datasets.source.ContentChecksums;
import org.mtlbench.datasets.source.FileCheck;

/**
 * The four files of MNIST (LeCun, Cortes, Burges), with their published checksums.
 *
 * <p>The MD5 sums of the gzip archives and of their content are the published ones; the SHA-256 sums are of the same content.
 */
public enum MnistFile {
  /** 60,000 training images, (60000, 28, 28). */
  TRAIN_IMAGES(
      "train-images-idx3-ubyte",
      60_000,
      true,
      "f68b3c2dcbeaaa9fbdd348bbdeb94873",
      "6bbc9ace898e44ae57da46a324031adb",
      "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
  /** 60,000 training labels, 0 to 9. */
  TRAIN_LABELS(
      "train-labels-idx1-ubyte",
      60_000,
      false,
      "d53e105ee54ea40749a09fcbcd1e9432",
      "a25bea736e30d166cdddb491f175f624",
      "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
  /** 10,000 test images, (10000, 28, 28). */
  TEST_IMAGES(
      "t10k-images-idx3-ubyte",
      10_000,
      true,
      "9fb629c4189551a2d022fa330f9573f3",
      "2646ac647ad5339dbf082846283269ea",
      "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
  /** 10,000 test labels, 0 to 9. */
  TEST_LABELS(
      "t10k-labels-idx1-ubyte",
      10_000,
      false,
      "ec29112dd5afa0611ce80d1b6b7b7ef8",
      "27ae3e4e09519cfbb04c329615203637",
      "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");

  /** Rows and columns of an image. */
  public static final int SIDE = 28;

  /** Labels are 0 to CLASSES - 1. */
  public static final int CLASSES = 10;

  private final String baseName;
  private final int count;
  private final boolean images;
  private final String archiveMd5;
  private final String md5;
  private final String sha256;

  MnistFile(
      String baseName, int count, boolean images, String archiveMd5, String md5, String sha256) {
    this.baseName = baseName;
    this.count = count;
    this.images = images;
    this.archiveMd5 = archiveMd5;
    this.md5 = md5;
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

  /** MD5 of the published gzip archive; a repacked archive has another. */
  public String archiveMd5() {
    return archiveMd5;
  }

  /**
   * Compares with the published file.
   *
   * @param path location of the file
   * @param found checksums of its uncompressed content
   */
  FileCheck check(Path path, ContentChecksums found) {
    FileCheck byMd5 = FileCheck.compare(name(), path, found, "MD5", found.md5(), md5);
    return byMd5.verified()
        ? FileCheck.compare(name(), path, found, "SHA-256", found.sha256(), sha256)
        : byMd5;
  }

  /** The shape of the array: (count, 28, 28) or (count). */
  public int[] shape() {
    return images ? new int[] {count, SIDE, SIDE} : new int[] {count};
  }

  boolean isImages() {
    return images;
  }
}
