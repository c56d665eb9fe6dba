package org.mtlbench.datasets.source;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.dataset.SourceFile;

/**
 * The result of checking a readable source file.
 *
 * @param name name of the file in its dataset, independent of its name on disk
 * @param path path of the file
 * @param sha256 SHA-256 of its uncompressed content
 * @param remark how the content differs from the published one; empty if it is the published one
 */
public record FileCheck(String name, Path path, String sha256, String remark) {

  /**
   * Compares a file with the published one.
   *
   * @param sha256 SHA-256 of its uncompressed content
   * @param published the published checksum
   */
  public static FileCheck compare(String name, Path path, String sha256, String published) {
    return new FileCheck(
        name,
        path,
        sha256,
        sha256.equals(published)
            ? ""
            : "SHA-256 " + sha256 + " differs from the published " + published);
  }

  /** Whether the content is the published one. */
  public boolean verified() {
    return remark.isEmpty();
  }

  /** The result as a source file of the plugin API. */
  public SourceFile sourceFile(Path root) {
    return new SourceFile(
        SourceFiles.name(root, path),
        verified() ? SourceFile.State.VERIFIED : SourceFile.State.UNVERIFIED,
        sha256,
        remark);
  }

  /**
   * Rejects every file that differs from the published one.
   *
   * @throws InvalidConfigException naming each of them
   */
  public static void requireVerified(List<FileCheck> checks) {
    List<Problem> problems =
        checks.stream()
            .filter(check -> !check.verified())
            .map(
                check ->
                    new Problem(
                        check.path().toString(),
                        "a file whose " + check.remark(),
                        "the published file, or --unverified-data to use another"))
            .toList();
    if (!problems.isEmpty()) {
      throw new InvalidConfigException(problems);
    }
  }

  /** The name and checksum of every file, as part of a recipe. */
  public static String recipe(List<FileCheck> checks) {
    return checks.stream()
        .map(check -> check.name() + "=" + check.sha256())
        .collect(Collectors.joining(" "));
  }
}
