package org.mtlbench.reports;

import java.nio.file.Path;
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
 * @param folder the run, finished or not
 * @param out the folder that the files are written into; created if it is missing. Nothing is
 *     written into the run's folder unless this is it
 * @param formats at least one
 * @param tables at least one
 * @param compared another run to stand beside
 */
public record ReportRequest(
    RunFolder folder,
    Path out,
    Set<ReportFormat> formats,
    Set<TableKind> tables,
    Optional<RunFolder> compared) {
  /** Checks presence and keeps copies of the sets. */
  public ReportRequest {
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(out, "out");
    formats = Collections.unmodifiableSet(EnumSet.copyOf(formats));
    tables = Collections.unmodifiableSet(EnumSet.copyOf(tables));
    Objects.requireNonNull(compared, "compared");
  }

  /** Everything there is to say of a run, in every format, in the run's folder. */
  public static ReportRequest everything(RunFolder folder) {
    return everything(folder, folder.root());
  }

  /** Everything there is to say of a run, in every format, in another folder. */
  public static ReportRequest everything(RunFolder folder, Path out) {
    return new ReportRequest(
        folder,
        out,
        EnumSet.allOf(ReportFormat.class),
        EnumSet.allOf(TableKind.class),
        Optional.empty());
  }
}
