package org.mtlbench.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.mtlbench.reports.ReportFiles;
import org.mtlbench.reports.ReportRequest;
import org.mtlbench.reports.ReportWriter;
import org.mtlbench.results.folder.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Mixin private ReportArguments arguments;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    ReportFiles report = ReportWriter.write(arguments.request(folder));
    show(report, arguments.namesTables() ? report.tables() : first(report), out, err);
    MissingCells.of(RunFolder.at(folder)).forEach(out::println);
    return ExitCode.DONE;
  }

  /** Writes everything and shows the table of results. */
  static void write(Path folder, PrintWriter out, PrintWriter err) throws IOException {
    ReportFiles report = ReportWriter.write(ReportRequest.everything(RunFolder.at(folder)));
    show(report, first(report), out, err);
  }

  private static List<String> first(ReportFiles report) {
    return report.tables().stream().limit(1).toList();
  }

  private static void show(
      ReportFiles report, List<String> tables, PrintWriter out, PrintWriter err) {
    report.warnings().forEach(err::println);
    for (String table : tables) {
      out.println();
      out.println(table.stripTrailing());
    }
    out.println();
    out.println("report: " + report.files().get(0));
    List<Path> others = report.files().subList(1, report.files().size());
    if (!others.isEmpty()) {
      out.println(
          "beside it: "
              + others.stream()
                  .map(file -> file.getFileName().toString())
                  .collect(Collectors.joining(", ")));
    }
  }
}
