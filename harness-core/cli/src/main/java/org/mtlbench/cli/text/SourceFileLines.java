package org.mtlbench.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mtlbench.api.dataset.SourceFile;
import org.mtlbench.engine.catalogue.Inspection;

/** Formats source files as text. */
public final class SourceFileLines {
  private SourceFileLines() {}

  /** A heading and one line per file. */
  public static List<String> of(Inspection inspection) {
    String dataset = inspection.dataset();
    List<SourceFile> files = inspection.files();
    if (inspection.failure().isPresent()) {
      return List.of(dataset + " fails: " + inspection.failure().get());
    }
    List<String> lines = new ArrayList<>();
    lines.add(dataset + (files.isEmpty() ? ": needs no published files" : ":"));
    for (SourceFile file : files) {
      String remark = file.remark().isEmpty() ? "" : " (" + file.remark() + ")";
      lines.add("  " + file.state().name().toLowerCase(Locale.ROOT) + "  " + file.name() + remark);
    }
    return lines;
  }
}
