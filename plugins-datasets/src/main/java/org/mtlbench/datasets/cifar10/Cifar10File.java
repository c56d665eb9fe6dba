package org.mtlbench.datasets.cifar10;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.mtlbench.datasets.images.ImageShape;
import org.mtlbench.datasets.source.FileCheck;

/**
 * The six files of CIFAR-10's binary version (Krizhevsky 2009), with their published checksums.
 *
 * <p>The authors publish only the MD5 of the archive; the SHA-256 sums of its files are those used
 * by torchvision-ruby (ankane/torchvision-ruby, {@code lib/torchvision/datasets/cifar10.rb}).
 */
public enum Cifar10File {
  /** Training images 0 to 9,999. */
  TRAIN_1("data_batch_1.bin", "cee916563c9f80d84e3cc88e17fdc0941787f1244f00a67874d45b261883ada5"),
  /** Training images 10,000 to 19,999. */
  TRAIN_2("data_batch_2.bin", "a591ca11fa1708a91ee40f54b3da4784ccd871ecf2137de63f51ada8b3fa57ed"),
  /** Training images 20,000 to 29,999. */
  TRAIN_3("data_batch_3.bin", "bbe8596564c0f86427f876058170b84dac6670ddf06d79402899d93ceea26f67"),
  /** Training images 30,000 to 39,999. */
  TRAIN_4("data_batch_4.bin", "014e562d6e23c72197cc727519169a60359f5eccd8945ad5a09d710285ff4e48"),
  /** Training images 40,000 to 49,999. */
  TRAIN_5("data_batch_5.bin", "755304fc0b379caeae8c14f0dac912fbc7d6cd469eb67a1029a08a39453a9add"),
  /** The 10,000 test images. */
  TEST("test_batch.bin", "8e2eb146ae340b09e24670f29cabc6326dba54da8789dab6768acf480273f65b");

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
  private final String sha256;

  Cifar10File(String fileName, String sha256) {
    this.fileName = fileName;
    this.sha256 = sha256;
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
   * @param found SHA-256 of its content
   */
  FileCheck check(Path path, String found) {
    return FileCheck.compare(name(), path, found, sha256);
  }
}
