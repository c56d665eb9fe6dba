package org.mtlbench.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mtlbench.api.dataset.SourceFile;

/** Source files as text. */
public final class SourceFileLines {
  private SourceFileLines() {}

  /** A heading and a line a file. */
  public static List<String> of(String dataset, List<SourceFile> files) {
    List<String> lines = new ArrayList<>();
    lines.add(dataset + (files.isEmpty() ? ": needs no published files" : ":"));
    for (SourceFile file : files) {
      String remark = file.remark().isEmpty() ? "" : " (" + file.remark() + ")";
      lines.add("  " + file.state().name().toLowerCase(Locale.ROOT) + "  " + file.name() + remark);
    }
    return lines;
  }
}
