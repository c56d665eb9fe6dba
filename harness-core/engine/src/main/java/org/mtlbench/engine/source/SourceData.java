package org.mtlbench.engine.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.SourceFile;
import org.mtlbench.api.error.ErrorCategory;
import org.mtlbench.api.error.HarnessException;
import org.mtlbench.engine.plan.Plan;
import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.engine.plugins.Configured;
import org.mtlbench.engine.plugins.PluginChoice;
import org.mtlbench.engine.plugins.PluginRegistry;

/**
 * A dataset whose source files were found usable.
 *
 * @param dataset with its config
 * @param checksums from file to checksum of its content
 * @param unverified whether one of them is not the published file
 */
public record SourceData(
    Configured.Dataset<?> dataset, Map<String, String> checksums, boolean unverified) {
  /** Keeps a copy of the map. */
  public SourceData {
    checksums = Map.copyOf(checksums);
  }

  /**
   * Reads the source files of every dataset of a plan.
   *
   * @return one for each dataset, configs apart
   * @throws HarnessException with every file that is missing, broken, or unverified without
   *     permission
   */
  public static Map<PluginChoice, SourceData> inspect(
      Plan plan, PluginRegistry registry, DataAccess access) {
    List<Problem> problems = new ArrayList<>();
    Map<PluginChoice, SourceData> found = new HashMap<>();
    for (PlannedCell cell : plan.cells()) {
      found.computeIfAbsent(
          cell.spec().dataset(),
          choice -> inspect(Configured.dataset(registry, choice, access), access, problems));
    }
    if (!problems.isEmpty()) {
      throw new HarnessException(
          ErrorCategory.DATA,
          problems.stream().map(Problem::message).distinct().collect(Collectors.joining("\n")),
          "");
    }
    return found;
  }

  private static SourceData inspect(
      Configured.Dataset<?> dataset, DataAccess access, List<Problem> problems) {
    List<SourceFile> files = dataset.inspect(access);
    problems.addAll(SourceProblems.of(dataset.choice().id(), files, access));
    Map<String, String> checksums = new TreeMap<>();
    files.forEach(file -> checksums.put(file.name(), file.checksum()));
    return new SourceData(
        dataset,
        checksums,
        files.stream().anyMatch(file -> file.state() == SourceFile.State.UNVERIFIED));
  }
}
