package org.mtlbench.datasets.cifar10;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.mtlbench.datasets.images.ImageShape;
import org.mtlbench.datasets.source.ContentChecksums;
import org.mtlbench.datasets.source.FileCheck;

/**
 * The six files of CIFAR-10's binary version (Krizhevsky 2009), with their published checksums.
 *
 * <p>The authors publish only the MD5 of the archive; the SHA-1 sums of its files are those used by Apache MXNet's {@code gluon.data.vision.CIFAR10}.
 */
public enum Cifar10File {
  /** Training images 0 to 9,999. */
  TRAIN_1("data_batch_1.bin", "aadd24acce27caa71bf4b10992e9e7b2d74c2540"),
  /** Training images 10,000 to 19,999. */
  TRAIN_2("data_batch_2.bin", "c0ba65cce70568cd57b4e03e9ac8d2a5367c1795"),
  /** Training images 20,000 to 29,999. */
  TRAIN_3("data_batch_3.bin", "1dd00a74ab1d17a6e7d73e185b69dbf31242f295"),
  /** Training images 30,000 to 39,999. */
  TRAIN_4("data_batch_4.bin", "aab85764eb3584312d3c7f65fd2fd016e36a258e"),
  /** Training images 40,000 to 49,999. */
  TRAIN_5("data_batch_5.bin", "26e2849e66a845b7f1e4614ae70f4889ae604628"),
  /** The 10,000 test images. */
  TEST("test_batch.bin", "67eb016db431130d61cd03c7ad570b013799c88c");

  /** Height and width of an image. */
  public static final int SIDE = 32;

  /** Red, green and blue. */
  public static final ImageShape SHAPE = new ImageShape(SIDE, SIDE, 3);

  /** Labels are 0 to CLASSES - 1. */
  public static final int CLASSES = 10;

  /** Images per file. */
  public static final int RECORDS = 10_000;

  /** A label, then the red, the green and the blue plane. */
  static final int RECORD_BYTES = 1 + SHAPE.size();

  /** Bytes of each file. */
  public static final int LENGTH = RECORDS * RECORD_BYTES;

  private final String fileName;
  private final String sha1;

  Cifar10File(String fileName, String sha1) {
    this.fileName = fileName;
    this.sha1 = sha1;
  }

  /** The name in the archive. */
  public String fileName() {
    return fileName;
  }

  /** The five files of the training set, in order. */
  static List<Cifar10File> training() {
    return Arrays.stream(values()).filter(file -> file != TEST).toList();
  }

  /**
   * Compares with the published file.
   *
   * @param path location of the file
   * @param found checksums of its content
   */
  FileCheck check(Path path, ContentChecksums found) {
    return FileCheck.compare(name(), path, found, "SHA-1", found.sha1(), sha1);
  }
}
