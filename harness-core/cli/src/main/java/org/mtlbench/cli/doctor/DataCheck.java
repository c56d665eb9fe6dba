package org.mtlbench.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.api.dataset.SourceFile;
import org.mtlbench.api.error.HarnessException;
import org.mtlbench.cli.option.ChosenDataset;
import org.mtlbench.engine.plugins.PluginRegistry;
import org.mtlbench.engine.source.SourceData;

/** The source files of datasets and their checksums: of a plan's, or of all that are there. */
final class DataCheck {
  private DataCheck() {}

  static List<Finding> findings(DiagnosticContext context) {
    List<Finding> findings = new ArrayList<>();
    DataAccess access = context.access();
    findings.add(Finding.ok("data folder: " + access.root()));
    context
        .prepared()
        .ifPresentOrElse(
            prepared -> {
              try {
                SourceData.inspect(prepared.mine(), context.plugins(), access);
                findings.add(
                    Finding.ok("the plan's data is complete and as published, or permitted"));
              } catch (HarnessException e) {
                e.lines()
                    .forEach(
                        line ->
                            findings.add(
                                Finding.trouble(
                                    line,
                                    "'data verify' tells more, 'data fetch' brings what is"
                                        + " missing")));
              }
            },
            () -> all(context.plugins(), access, findings));
    return findings;
  }

  private static void all(PluginRegistry plugins, DataAccess access, List<Finding> findings) {
    for (DatasetPlugin<?> plugin : plugins.datasets().values()) {
      findings.add(of(plugin.descriptor().id(), ChosenDataset.of(plugin).inspect(access)));
    }
  }

  /** A dataset that is not there is nothing wrong; one that is there in part, or changed, is. */
  static Finding of(String id, List<SourceFile> files) {
    if (files.isEmpty()) {
      return Finding.ok(id + ": needs no published files");
    }
    if (files.stream().allMatch(file -> file.state() == SourceFile.State.MISSING)) {
      return Finding.ok(id + ": not there; 'data fetch " + id + "' brings it");
    }
    long verified =
        files.stream().filter(file -> file.state() == SourceFile.State.VERIFIED).count();
    return Finding.of(
        verified == files.size(),
        id + ": " + verified + " of " + files.size() + " files as published",
        "'data verify " + id + "' tells more, 'data fetch " + id + "' brings what is missing");
  }
}
