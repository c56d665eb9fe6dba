package org.mtlbench.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.reports.ReportFormat;
import org.mtlbench.reports.ReportRequest;
import org.mtlbench.reports.ReportWriter;
import org.mtlbench.reports.fixtures.ChartRun;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.tables.TableKind;
import org.mtlbench.results.folder.RunFolder;

class HtmlReportTest {
  private static final Locale USUAL = Locale.getDefault();
  private static final TimeZone USUAL_ZONE = TimeZone.getDefault();

  @TempDir static Path root;
  private static RunFolder folder;
  private static String page;

  @BeforeAll
  static void makePage() throws IOException {
    folder = ChartRun.everything(root);
    page = write();
  }

  @AfterEach
  void restore() {
    Locale.setDefault(USUAL);
    TimeZone.setDefault(USUAL_ZONE);
  }

  private static String write() throws IOException {
    ReportWriter.write(
        new ReportRequest(
            folder,
            root,
            EnumSet.of(ReportFormat.HTML),
            EnumSet.allOf(TableKind.class),
            List.of(),
            Rows.DEFAULT_ROPE));
    return Files.readString(root.resolve("report.html"));
  }

  private static List<String> all(String regex, String page) {
    return Pattern.compile(regex).matcher(page).results().map(MatchResult::group).toList();
  }

  @Test
  void isSelfContainedAndEscapesText() {
    assertThat(all("<script>document|<img src=x", page)).isEmpty();
    assertThat(all("&lt;script&gt;document", page)).isNotEmpty();
    assertThat(all("(src|href)=\"(?!#|charts/|cells/|events/|logs/)[^\"]*", page)).isEmpty();
    assertThat(all("<(link|iframe|object|embed|base)\\b", page)).isEmpty();
    assertThat(all("content=\"default-src &#x27;none&#x27;;", page)).hasSize(1);
  }

  @Test
  void overviewNamesBestRowItsCostAndLimits() {
    String summary = page.substring(page.indexOf("id=\"summary\""), page.indexOf("id=\"paper\""));

    assertThat(page).contains("10 of 12 cells done, 1 failed, 1 missing · 1 dataset · created ");
    assertThat(summary)
        .contains(
            "<h3>multimnist<span class=\"label\">: best multi-task row</span></h3>",
            "<strong><a href=\"#row-abc00008\">Ours, sparse · mdmtn</a></strong>: "
                + "<strong>96.85 %</strong> mean accuracy in <strong>28.60 min</strong>, "
                + "<strong>132,350</strong> parameters",
            "<p class=\"against\">Single-task learning is 6.84 points worse: ",
            "1.30 points ahead of MGDA · hps with 95.55 ± 0.12 % (n = 3); ",
            "Without a result: KDMTL.")
        .contains("has a single seed")
        .contains("<th scope=\"row\">Best</th>", "<th scope=\"row\">Cheapest</th>")
        .contains("class=\"chart-wide\"", "class=\"chart-narrow\"")
        .contains("<h3>Limits of this comparison</h3>")
        .contains("Failed seeds: multimnist / mdmtn / MGDA.")
        .contains("Missing seeds: multimnist / mdmtn / KDMTL.")
        .contains("Unverified data, not comparable with published numbers")
        .contains("Reduced budget (0.5 of the full epochs)")
        .contains("Unequal seeds on multimnist: rows have 1, 3 seeds.")
        .contains("Times were measured with 2 cells running at once; do not compare them.");
  }

  @Test
  void chartsLinkToRowsOfThePage() {
    assertThat(all("<tr id=\"row-[0-9a-f]+\"", page)).hasSize(10).doesNotHaveDuplicates();
    for (String link : all("href=\"#row-[0-9a-f]+", page)) {
      assertThat(page).contains("<tr id=\"" + link.substring("href=\"#".length()) + "\"");
    }
  }

  @Test
  void leaderboardComesFirstAndHasNoAnchors(@TempDir Path other, @TempDir Path out)
      throws IOException {
    ReportWriter.write(
        new ReportRequest(
            folder,
            out,
            EnumSet.of(ReportFormat.HTML),
            EnumSet.of(TableKind.PAPER),
            List.of(ChartRun.everything(other)),
            Rows.DEFAULT_ROPE));
    String compared = Files.readString(out.resolve("report.html"));

    assertThat(compared)
        .containsSubsequence(
            "id=\"summary\"", "id=\"leaderboard\"", "id=\"comparison\"", "id=\"paper\"");
    String leaderboard =
        compared.substring(
            compared.indexOf("id=\"leaderboard\""), compared.indexOf("id=\"paper\""));
    assertThat(leaderboard)
        .containsPattern("<td class=\"name( long)?\">" + other.getFileName() + "</td>")
        .doesNotContain("id=\"row-", "href=\"#cell-");
    assertThat(compared).contains("id=\"row-abc00000\"");
  }

  @Test
  void everyCellHasSection() {
    assertThat(all("<details id=\"cell-[0-9a-f]+\"", page)).hasSize(12);
    String ours = page.substring(page.indexOf("id=\"cell-abc00008\""));
    ours = ours.substring(0, ours.indexOf("</details>"));
    assertThat(ours)
        .contains("method.k: [0.001, 0.2, 0.799]")
        .contains("affinity propagation did not converge")
        .contains("the last line of abc00008")
        .contains("data-chart=")
        .contains("phases: 1 search, 2 train")
        .contains("feedc0de")
        .contains("href=\"cells/abc00008.json\"");
    assertThat(all("most likely killed for want of memory", page)).isNotEmpty();
  }

  @Test
  void showsSparsityOfComponentsAndLayers() {
    assertThat(all("Sparsity by component and layer</h4>", page)).hasSize(1);
    assertThat(page)
        .contains(
            "<th scope=\"row\">monitor1</th><td>60.49</td><td></td><td>3546</td><td>5862</td>",
            "<th scope=\"row\">monitor1.linear.weight</th><td>60.49</td>",
            "No zero rows in the other 2 components and layers.")
        .doesNotContain("<th scope=\"row\">trunk</th>");
  }

  @Test
  void showsMeasuresOfEachPhase() {
    String ours = page.substring(page.indexOf("id=\"cell-abc00008\""));
    ours = ours.substring(0, ours.indexOf("</details>"));
    assertThat(ours)
        .contains("Measures of phase search</h4>", "Measures of phase train</h4>")
        .contains(
            "<th scope=\"row\">sr.monitor1</th><td class=\"number\">0.6</td>"
                + "<td class=\"number\">0.1</td><td class=\"number\">0.6</td><td><svg")
        .contains("<th scope=\"row\">mu</th><td class=\"number\">1.5e-7</td>")
        // four digits do not tell the lowest from the highest
        .contains("<td class=\"number\">0.500006</td><td class=\"number\">0.500001</td>")
        .contains("0 in every epoch: <code>sr.trunk</code>");
    assertThat(all("Measures of phase", page)).hasSize(2 * 2);
  }

  @Test
  void tablesAreAccessible() {
    int tables = all("<table(?! class=\"notable\")", page).size();

    assertThat(all("<th(?![^>]*scope=)[ >]", page)).isEmpty();
    assertThat(all("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"", page))
        .hasSize(tables);
    assertThat(all("<caption", page)).hasSize(all("<table class=\"sortable\"", page).size());
    assertThat(all("<img ", page)).isEmpty();
    assertThat(all("<html lang=\"en\">|class=\"skip\"", page)).hasSize(2);
  }

  @Test
  void writesChartsToFilesAndPage() {
    for (String name :
        List.of("tasks", "accuracy-sparsity", "accuracy-time", "sweep", "learning")) {
      String file = "charts/" + name + "-multimnist";
      assertThat(root.resolve(file + ".svg")).isNotEmptyFile();
      assertThat(root.resolve(file + ".png")).isNotEmptyFile();
      assertThat(all("href=\"" + file + "\\.png\"", page)).hasSize(1);
    }
    assertThat(
            all("<svg xmlns=\"[^\"]*\" class=\"chart\" role=\"img\" aria-label=\"[^\"]{20,}", page))
        .hasSize(4 + 1 + 2);
    assertThat(root.resolve("charts/curves/abc00008.png")).isNotEmptyFile();
  }

  @Test
  void isIndependentOfLocaleAndTimeZone() throws IOException {
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));

    assertThat(write().equals(page)).as("same page").isTrue();
  }
}
