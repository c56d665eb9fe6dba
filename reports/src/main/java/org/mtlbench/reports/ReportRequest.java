package org.mtlbench.reports;

import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.tables.TableKind;
import org.mtlbench.results.folder.RunFolder;

/**
 * Which report to write.
 *
 * @param folder folder of the run, finished or not
 * @param out the folder that the files are written to, created if missing; the run's own folder is
 *     not modified unless it is this one
 * @param formats at least one
 * @param tables at least one
 * @param compared folders of other runs to compare with; empty for no comparison
 * @param rope half-width of the region of practical equivalence in percentage points, at least 0
 */
public record ReportRequest(
    RunFolder folder,
    Path out,
    Set<ReportFormat> formats,
    Set<TableKind> tables,
    List<RunFolder> compared,
    double rope) {
  /** Checks for null and makes defensive copies of the collections. */
  public ReportRequest {
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(out, "out");
    formats = Collections.unmodifiableSet(EnumSet.copyOf(formats));
    tables = Collections.unmodifiableSet(EnumSet.copyOf(tables));
    compared = List.copyOf(compared);
  }

  /** A request for all tables in all formats, written to the run's folder. */
  public static ReportRequest everything(RunFolder folder) {
    return everything(folder, folder.root());
  }

  /** A request for all tables in all formats, written to another folder. */
  public static ReportRequest everything(RunFolder folder, Path out) {
    return new ReportRequest(
        folder,
        out,
        EnumSet.allOf(ReportFormat.class),
        EnumSet.allOf(TableKind.class),
        List.of(),
        Rows.DEFAULT_ROPE);
  }
}
