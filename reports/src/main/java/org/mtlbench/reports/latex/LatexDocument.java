package org.mtlbench.reports.latex;

import java.util.stream.Collectors;
import org.mtlbench.reports.model.Block;
import org.mtlbench.reports.model.Document;

/** A complete LaTeX document. */
public final class LatexDocument implements Block.Visitor<String> {
  private static final String PREAMBLE =
      """
      \\documentclass[10pt]{article}
      \\usepackage[a4paper,landscape,margin=12mm]{geometry}
      \\usepackage{iftex}
      \\ifPDFTeX
        \\usepackage[T1]{fontenc}
        \\usepackage[utf8]{inputenc}
      \\fi
      \\usepackage{booktabs}
      \\usepackage{graphicx}
      % A character that some engines and fonts cannot print: the character, or its code point.
      \\newcommand{\\mtlchar}[1]{\\ifPDFTeX{[}U+#1]\\else\\char"#1\\relax\\fi}
      % A tabular, scaled down where it is wider than the page.
      \\newsavebox{\\fittedbox}
      \\newenvironment{fittedtable}[1]%
        {\\begin{lrbox}{\\fittedbox}\\small\\setlength{\\tabcolsep}{4pt}\\begin{tabular}{#1}}%
        {\\end{tabular}\\end{lrbox}\\par\\medskip\\noindent
          \\ifdim\\wd\\fittedbox>\\linewidth\\resizebox{\\linewidth}{!}{\\usebox{\\fittedbox}}%
          \\else\\usebox{\\fittedbox}\\fi\\par\\medskip}
      \\setlength{\\parindent}{0pt}
      \\sloppy
      """;

  private LatexDocument() {}

  /** Renders the document. */
  public static String render(Document document) {
    LatexDocument format = new LatexDocument();
    return PREAMBLE
        + "\\begin{document}\n\\section*{"
        + LatexText.escape(document.title())
        + "}\n\n"
        + document.all().map(block -> block.accept(format)).collect(Collectors.joining("\n"))
        + "\\end{document}\n";
  }

  @Override
  public String heading(Block.Heading heading) {
    return title(heading.text());
  }

  @Override
  public String paragraph(Block.Paragraph paragraph) {
    return LatexText.of(paragraph.text()) + "\\par\n";
  }

  @Override
  public String bullets(Block.Bullets bullets) {
    return bullets.points().stream()
        .map(point -> "\\item " + LatexText.of(point) + "\n")
        .collect(Collectors.joining("", "\\begin{itemize}\\itemsep0pt\n", "\\end{itemize}\n"));
  }

  @Override
  public String command(Block.Command command) {
    return "\\begin{quote}\\texttt{" + LatexText.escape(command.line()) + "}\\end{quote}\n";
  }

  @Override
  public String table(Block.TableBlock table) {
    return title(table.table().title()) + LatexTables.render(table.table());
  }

  private static String title(String text) {
    return "\\subsection*{" + LatexText.escape(text) + "}\n";
  }
}
