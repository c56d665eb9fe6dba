package org.mtlbench.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.mtlbench.reports.ReportFiles;
import org.mtlbench.reports.ReportWriter;
import org.mtlbench.results.folder.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Derives tables from a run folder. */
@Command(
    name = "report",
    description = "Make the tables of a run folder anew, at any time, also half-done.",
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "DIR", description = "A run folder.")
  private Path folder;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    write(folder, out, spec.commandLine().getErr());
    MissingCells.of(RunFolder.at(folder)).forEach(out::println);
    return ExitCode.DONE;
  }

  /** Writes the report and shows its table. */
  static void write(Path folder, PrintWriter out, PrintWriter err) throws IOException {
    ReportFiles report = ReportWriter.write(RunFolder.at(folder));
    report.warnings().forEach(err::println);
    out.println();
    out.println(report.table().stripTrailing());
    out.println();
    out.println("report: " + report.markdown());
  }
}
