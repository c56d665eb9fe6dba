package org.mtlbench.datasets.cifar10;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.datasets.source.Sha256;
import org.mtlbench.datasets.source.SourceFiles;

/**
 * Reads files of CIFAR-10's binary version: 10,000 records of one label byte and 3 x 32 x 32 pixel
 * bytes, planes of red, green and blue, each row by row.
 *
 * <p>Strict: a file of another length or with a label outside 0 to 9 is rejected with an {@link
 * InvalidConfigException} that names the file.
 */
public final class Cifar10Reader {
  private static final String LENGTH =
      Cifar10File.LENGTH
          + " bytes ("
          + Cifar10File.RECORDS
          + " records of "
          + Cifar10File.RECORD_BYTES
          + ")";

  private Cifar10Reader() {}

  /**
   * Reads one file.
   *
   * @throws InvalidConfigException if the file is invalid
   */
  static Cifar10Batch read(Path file) {
    SourceFiles.requireReadable(file, "a file of CIFAR-10's binary version");
    try {
      long length = Files.size(file);
      if (length != Cifar10File.LENGTH) {
        throw new InvalidConfigException(file.toString(), length + " bytes", LENGTH);
      }
      try (InputStream in = Files.newInputStream(file)) {
        Sha256 running = new Sha256(in);
        byte[] records = running.stream().readNBytes(Cifar10File.LENGTH);
        if (records.length != Cifar10File.LENGTH) {
          throw new InvalidConfigException(
              file.toString(), "a file that was truncated while it was read", LENGTH);
        }
        requireLabels(file, records);
        return new Cifar10Batch(records, running.sum());
      }
    } catch (AccessDeniedException e) {
      throw SourceFiles.noPermission(file);
    } catch (IOException e) {
      throw new InvalidConfigException(
          file.toString(), "a read error (" + e.getMessage() + ")", "a readable file");
    }
  }

  private static void requireLabels(Path file, byte[] records) {
    for (int i = 0; i < Cifar10File.RECORDS; i++) {
      int label = Byte.toUnsignedInt(records[i * Cifar10File.RECORD_BYTES]);
      if (label >= Cifar10File.CLASSES) {
        throw new InvalidConfigException(
            file.toString(),
            "label " + label + " in record " + i,
            "labels 0 to " + (Cifar10File.CLASSES - 1));
      }
    }
  }
}
