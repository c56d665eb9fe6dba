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
 * The source files of a dataset, found usable.
 *
 * @param checksums from file to checksum of its content
 * @param unverified whether one of them is not the published file
 * @param synthetic whether the dataset is made by the program
 */
public record SourceData(Map<String, String> checksums, boolean unverified, boolean synthetic) {
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
          choice -> inspect(Configured.dataset(registry, choice), access, problems));
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
        checksums,
        files.stream().anyMatch(file -> file.state() == SourceFile.State.UNVERIFIED),
        dataset.facts().synthetic());
  }
}
