package org.mtlbench.reports.latex;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.reports.ReportRequest;
import org.mtlbench.reports.ReportWriter;
import org.mtlbench.reports.fixtures.FixtureRun;
import org.mtlbench.results.folder.RunFolder;

/** Tables and figures of a run in a paper. */
class LatexPaperTest {
  private static final List<Path> COMPILERS =
      Stream.of("/usr/bin/pdflatex", "/usr/local/bin/pdflatex").map(Path::of).toList();

  @TempDir Path root;

  @BeforeEach
  void writeReport() throws IOException {
    RunFolder run = FixtureRun.everything(root);
    ReportWriter.write(ReportRequest.everything(run));
  }

  @Test
  void datasetsAndArchitecturesSpanTheirRows() throws IOException {
    String table = Files.readString(root.resolve("table-paper.tex"));

    assertThat(table)
        .startsWith("% needs \\usepackage{booktabs,multirow,graphicx}\n")
        .contains("\\label{tab:my-comparison-paper}")
        .contains("\\multirow{5}{*}{multimnist} & \\multirow{2}{*}{hps} & ")
        .contains("\n &  & ");
    assertThat(table.split("\\\\midrule")).as("header, two datasets").hasSize(3);
  }

  @Test
  void aPaperOfOnePageCompilesWithATableAndAFigure() throws IOException, InterruptedException {
    Path compiler = COMPILERS.stream().filter(Files::isExecutable).findFirst().orElse(null);
    assumeTrue(compiler != null, "no pdflatex is installed");
    Files.writeString(
        root.resolve("paper.tex"),
        """
        \\documentclass{article}
        \\usepackage[a4paper,margin=2cm]{geometry}
        \\usepackage[utf8]{inputenc}
        \\usepackage{booktabs,multirow,graphicx}
        \\begin{document}
        Table~\\ref{tab:my-comparison-paper} and Figure~\\ref{fig:scores}.
        \\input{table-paper}
        \\begin{figure}[b]
        \\includegraphics[width=0.6\\linewidth]{charts/tasks-multimnist}
        \\caption{Scores.}\\label{fig:scores}
        \\end{figure}
        \\end{document}
        """);
    Path log = root.resolve("latex.log");
    for (int pass = 0; pass < 2; pass++) {
      Process process =
          new ProcessBuilder(
                  compiler.toString(), "-interaction=nonstopmode", "-halt-on-error", "paper.tex")
              .directory(root.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(log, UTF_8)).isZero();
    }
    assertThat(Files.readString(root.resolve("paper.log"), UTF_8))
        .doesNotContain("undefined")
        .doesNotContain("multiply defined");
    try (PDDocument paper = Loader.loadPDF(root.resolve("paper.pdf").toFile())) {
      assertThat(paper.getNumberOfPages()).isEqualTo(1);
      assertThat(new PDFTextStripper().getText(paper)).contains("multimnist").contains("MGDA");
    }
  }
}
