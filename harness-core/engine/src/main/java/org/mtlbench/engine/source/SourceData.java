package org.mtlbench.engine.source;

import java.io.IOException;
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
import org.mtlbench.engine.catalogue.ChosenDataset;
import org.mtlbench.engine.catalogue.Inspection;
import org.mtlbench.engine.catalogue.Plugins;
import org.mtlbench.engine.plan.Plan;
import org.mtlbench.engine.plan.PlannedDataset;
import org.mtlbench.engine.plugins.PluginChoice;

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
  public static Map<PluginChoice, SourceData> inspect(Plan plan, Plugins plugins, DataAccess access)
      throws IOException {
    List<Problem> problems = new ArrayList<>();
    Map<PluginChoice, SourceData> found = new HashMap<>();
    List<PluginChoice> choices = plan.datasets().stream().map(PlannedDataset::choice).toList();
    List<Inspection> inspections =
        plugins.inspect(choices.stream().map(ChosenDataset::of).toList(), access);
    for (int i = 0; i < choices.size(); i++) {
      Inspection inspection = inspections.get(i);
      problems.addAll(SourceProblems.of(inspection, access));
      found.put(choices.get(i), of(inspection, plan.datasets().get(i).synthetic()));
    }
    if (!problems.isEmpty()) {
      throw new HarnessException(
          ErrorCategory.DATA,
          problems.stream().map(Problem::message).distinct().collect(Collectors.joining("\n")),
          "");
    }
    return found;
  }

  private static SourceData of(Inspection inspection, boolean synthetic) {
    Map<String, String> checksums = new TreeMap<>();
    inspection.files().forEach(file -> checksums.put(file.name(), file.checksum()));
    return new SourceData(
        checksums,
        inspection.files().stream().anyMatch(f -> f.state() == SourceFile.State.UNVERIFIED),
        synthetic);
  }
}
