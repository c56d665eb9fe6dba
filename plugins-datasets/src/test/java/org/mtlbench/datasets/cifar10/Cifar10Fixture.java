package org.mtlbench.datasets.cifar10;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes files of CIFAR-10's binary version by hand. */
public final class Cifar10Fixture {
  private Cifar10Fixture() {}

  /** The six files with black images and labels of 0: sound, but not the published ones. */
  public static void writeBlankCifar10(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Cifar10File file : Cifar10File.values()) {
      writeBlank(folder.resolve(file.fileName()), Cifar10File.LENGTH);
    }
  }

  /** A file of zeros, which takes hardly any room on disk. */
  static Path writeBlank(Path file, long length) throws IOException {
    try (RandomAccessFile blank = new RandomAccessFile(file.toFile(), "rw")) {
      blank.setLength(length);
    }
    return file;
  }

  /** Overwrites some bytes of a record. */
  static void put(Path file, int record, int offset, int... values) throws IOException {
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      open.seek((long) record * Cifar10File.RECORD_BYTES + offset);
      for (int value : values) {
        open.write(value);
      }
    }
  }
}
