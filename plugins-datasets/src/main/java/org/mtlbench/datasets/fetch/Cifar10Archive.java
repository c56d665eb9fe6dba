package org.mtlbench.datasets.fetch;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.mtlbench.datasets.cifar10.Cifar10File;
import org.mtlbench.datasets.cifar10.Cifar10Files;

/**
 * CIFAR-10's binary version as published: a gzipped tar with the six files in one folder. Entries
 * are matched by their full names, and target paths never depend on the archive.
 *
 * @param file the archive
 */
record Cifar10Archive(Path file) {
  private static final int BUFFER = 1 << 16;

  /**
   * Extracts files from the archive; each is written atomically.
   *
   * @param targets target path of each file to extract
   * @throws IOException if the archive is damaged, lacks a file or has a file of another length
   */
  void extract(Map<Cifar10File, Path> targets) throws IOException {
    Set<Cifar10File> missing = EnumSet.noneOf(Cifar10File.class);
    missing.addAll(targets.keySet());
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(raw, BUFFER))) {
      TarArchiveEntry entry;
      while (!missing.isEmpty() && (entry = tar.getNextEntry()) != null) {
        Optional<Cifar10File> wanted = fileOf(entry).filter(missing::contains);
        if (wanted.isPresent()) {
          extract(tar, entry, targets.get(wanted.get()));
          missing.remove(wanted.get());
        }
      }
    } catch (EOFException | ZipException e) {
      throw new IOException(file + ": a damaged archive (" + e.getMessage() + ")", e);
    }
    if (!missing.isEmpty()) {
      throw new IOException(
          file + ": no " + String.join(", no ", names(missing)) + " in the archive");
    }
  }

  private void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    if (entry.getSize() != Cifar10File.LENGTH) {
      throw new IOException(
          file
              + ": "
              + entry.getName()
              + " has "
              + entry.getSize()
              + " bytes, expected "
              + Cifar10File.LENGTH);
    }
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      Files.copy(tar, part, StandardCopyOption.REPLACE_EXISTING);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static Optional<Cifar10File> fileOf(TarArchiveEntry entry) {
    return entry.isFile() ? Optional.ofNullable(byEntry().get(entry.getName())) : Optional.empty();
  }

  private static Map<String, Cifar10File> byEntry() {
    return Arrays.stream(Cifar10File.values())
        .collect(
            Collectors.toMap(
                known -> Cifar10Files.ARCHIVE_FOLDER + "/" + known.fileName(), known -> known));
  }

  private static List<String> names(Set<Cifar10File> files) {
    return files.stream().map(Cifar10File::fileName).toList();
  }
}
