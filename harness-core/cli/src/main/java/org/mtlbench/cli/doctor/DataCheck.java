package org.mtlbench.cli.doctor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.SourceFile;
import org.mtlbench.api.error.HarnessException;
import org.mtlbench.engine.catalogue.ChosenDataset;
import org.mtlbench.engine.catalogue.Inspection;
import org.mtlbench.engine.catalogue.Plugins;
import org.mtlbench.engine.plugins.PluginKind;
import org.mtlbench.engine.source.SourceData;

/**
 * Checks the source files of a plan's datasets, or of all available datasets, and their checksums.
 */
final class DataCheck {
  private DataCheck() {}

  static List<Finding> findings(DiagnosticContext context) throws IOException {
    List<Finding> findings = new ArrayList<>();
    DataAccess access = context.access();
    findings.add(Finding.ok("data folder: " + access.root()));
    if (context.prepared().isEmpty()) {
      all(context.plugins(), access, findings);
      return findings;
    }
    try {
      SourceData.inspect(context.prepared().get().mine(), context.plugins(), access);
      findings.add(Finding.ok("the plan's data is complete and as published, or permitted"));
    } catch (HarnessException e) {
      for (String line : e.lines()) {
        findings.add(
            Finding.trouble(
                line, "run 'data verify' for details, 'data fetch' to download missing files"));
      }
    }
    return findings;
  }

  private static void all(Plugins plugins, DataAccess access, List<Finding> findings)
      throws IOException {
    List<ChosenDataset> datasets =
        plugins.catalogue().ids(PluginKind.DATASET).stream().map(ChosenDataset::of).toList();
    for (Inspection inspection : plugins.inspect(datasets, access)) {
      String id = inspection.id();
      findings.add(
          inspection
              .failure()
              .map(reason -> Finding.trouble(id + ": " + reason, "install a working version"))
              .orElseGet(() -> of(id, inspection.files())));
    }
  }

  /** A missing dataset is not a problem; an incomplete or changed one is. */
  static Finding of(String id, List<SourceFile> files) {
    if (files.isEmpty()) {
      return Finding.ok(id + ": needs no published files");
    }
    if (files.stream().allMatch(file -> file.state() == SourceFile.State.MISSING)) {
      return Finding.ok(id + ": missing; run 'data fetch " + id + "' to download it");
    }
    long verified =
        files.stream().filter(file -> file.state() == SourceFile.State.VERIFIED).count();
    return Finding.of(
        verified == files.size(),
        id + ": " + verified + " of " + files.size() + " files as published",
        "run 'data verify "
            + id
            + "' for details, 'data fetch "
            + id
            + "' to download missing files");
  }
}
