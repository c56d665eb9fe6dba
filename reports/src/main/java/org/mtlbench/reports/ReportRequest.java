package org.mtlbench.reports;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.mtlbench.reports.tables.TableKind;
import org.mtlbench.results.folder.RunFolder;

/**
 * What is wanted of a report.
 *
 * @param folder the run, finished or not; the files are written into it
 * @param formats at least one
 * @param tables at least one
 * @param compared another run to stand beside
 */
public record ReportRequest(
    RunFolder folder,
    Set<ReportFormat> formats,
    Set<TableKind> tables,
    Optional<RunFolder> compared) {
  /** Checks presence and keeps copies of the sets. */
  public ReportRequest {
    Objects.requireNonNull(folder, "folder");
    formats = Collections.unmodifiableSet(EnumSet.copyOf(formats));
    tables = Collections.unmodifiableSet(EnumSet.copyOf(tables));
    Objects.requireNonNull(compared, "compared");
  }

  /** Everything there is to say of a run, in every format. */
  public static ReportRequest everything(RunFolder folder) {
    return new ReportRequest(
        folder,
        EnumSet.allOf(ReportFormat.class),
        EnumSet.allOf(TableKind.class),
        Optional.empty());
  }
}
