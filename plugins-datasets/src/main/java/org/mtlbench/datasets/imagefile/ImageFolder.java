package org.mtlbench.datasets.imagefile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.SourceFile;
import org.mtlbench.datasets.source.FolderSums;
import org.mtlbench.datasets.source.SourceFiles;

/**
 * The images of a folder that are named in a list.
 *
 * @param folder folder of the images
 * @param names paths relative to the folder, distinct
 * @param list file that lists them, for messages
 */
public record ImageFolder(Path folder, Set<String> names, Path list) {
  private static final int MAX_REPORTED = 10;

  public ImageFolder {
    names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
  }

  /**
   * The decoded images; decodes them if they are not in the cache.
   *
   * @param name prefix of the file's name in the cache
   * @throws InvalidConfigException with at most ten images that are missing, outside the folder,
   *     corrupt, or too large
   */
  public ImageStore store(String name, DataAccess access, int height, int width) {
    List<Path> files = files();
    return ImageStore.of(access.cache(), name, sum(access), files, height, width);
  }

  private List<Path> files() {
    Path inside = folder.normalize();
    List<Path> files = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (String name : names) {
      Path file = inside.resolve(name).normalize();
      files.add(file);
      if (!file.startsWith(inside)) {
        problems.add(new Problem(list.toString(), "the image " + name, "images below " + folder));
      } else if (!Files.isRegularFile(file)) {
        String found = Files.exists(file) ? "a folder" : SourceFiles.NOTHING;
        problems.add(new Problem(file.toString(), found, "an image that " + list + " names"));
      }
      if (problems.size() == MAX_REPORTED) {
        break;
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidConfigException(problems);
    }
    return files;
  }

  /** The position of each image in the store, by name. */
  public Map<String, Integer> rows() {
    Map<String, Integer> rows = new HashMap<>();
    names.forEach(name -> rows.put(name, rows.size()));
    return rows;
  }

  /** One entry for all images, with a checksum over their names and contents. */
  public SourceFile sourceFile(DataAccess access) {
    return SourceFiles.own(access.root(), folder, sum(access), names.size() + " images");
  }

  private String sum(DataAccess access) {
    try {
      return new FolderSums(access.cache()).of(folder, names);
    } catch (IOException e) {
      throw new InvalidConfigException(
          folder.toString(), SourceFiles.reason(e), "a folder of readable images");
    }
  }
}
