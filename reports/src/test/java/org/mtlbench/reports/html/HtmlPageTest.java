package org.mtlbench.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.reports.ReportFormat;
import org.mtlbench.reports.ReportRequest;
import org.mtlbench.reports.ReportWriter;
import org.mtlbench.reports.fixtures.ChartRun;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.tables.TableKind;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** The page as a reader's browser shows it. */
class HtmlPageTest {
  private static final Pattern REQUEST =
      Pattern.compile(
          "\"method\":\"Network\\.requestWillBeSent\".*?\"request\":\\{.*?\"url\":\"([^\"]*)\"");
  private static final String OPEN_EVERYTHING =
      """
      const done = arguments[0];
      document.querySelectorAll("details").forEach((part) => { part.open = true; });
      const look = () => {
        if (document.querySelector(".packed")) { setTimeout(look, 20); return; }
        done(Array.from(document.querySelectorAll("figure .chart, .chart-wide .chart, .unpacked .chart"), (chart) => {
          const box = chart.getBoundingClientRect();
          const mark = chart.querySelector(".mark");
          const colour = mark
            ? getComputedStyle(mark).fill
            : getComputedStyle(chart.querySelector("[data-series] .line")).stroke;
          return box.width > 20 && box.height > 20 && colour !== "rgb(0, 0, 0)" && colour !== "none";
        }));
      };
      look();
      """;

  @TempDir static Path root;
  private static ChromeDriver browser;
  private static String address;

  @BeforeAll
  static void makePage() throws IOException {
    Optional<Browser> installed = Browser.find();
    Assumptions.assumeTrue(
        installed.isPresent(),
        "no chromium with chromedriver on the path: the page is not tried in a browser");
    ReportWriter.write(
        new ReportRequest(
            ChartRun.everything(root.resolve("run")),
            root.resolve("run"),
            EnumSet.of(ReportFormat.HTML),
            EnumSet.allOf(TableKind.class),
            List.of(),
            Rows.DEFAULT_ROPE));
    address = root.resolve("run/report.html").toUri().toString();
    browser = installed.get().start(root.resolve("profile"));
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.quit();
    }
  }

  @BeforeEach
  void open() {
    resize(1400);
    browser.get("about:blank");
    browser.manage().logs().get(LogType.BROWSER);
    browser.manage().logs().get(LogType.PERFORMANCE);
    browser.get(address);
  }

  private static void resize(int width) {
    browser.manage().window().setSize(new Dimension(width, 1000));
  }

  private static WebElement header(String name) {
    return browser.findElement(By.xpath("//section[@id='paper']//thead//button[.='" + name + "']"));
  }

  private static List<String> column(String name) {
    WebElement table = browser.findElement(By.cssSelector("#paper table"));
    List<String> headers =
        table.findElements(By.cssSelector("thead th")).stream().map(WebElement::getText).toList();
    int place = headers.indexOf(name) + 1;
    List<String> texts = new ArrayList<>();
    for (WebElement cell :
        table.findElements(By.cssSelector("tbody tr > :nth-child(" + place + ")"))) {
      if (cell.isDisplayed()) {
        texts.add(cell.getText());
      }
    }
    return texts;
  }

  private static List<Double> numbers(List<String> texts) {
    return texts.stream()
        .filter(text -> !text.equals("-"))
        .map(text -> Double.valueOf(text.replaceFirst(" .*", "")))
        .toList();
  }

  @Test
  void showsEveryChartWithoutRequestsOrErrors() {
    List<?> shown = (List<?>) browser.executeAsyncScript(OPEN_EVERYTHING);

    assertThat(shown).hasSize(1 + 5 + 12).allMatch(Boolean.TRUE::equals);
    assertThat(browser.getTitle()).doesNotContain("hacked");
    assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
    List<String> requests = new ArrayList<>();
    for (LogEntry entry : browser.manage().logs().get(LogType.PERFORMANCE)) {
      Matcher request = REQUEST.matcher(entry.getMessage());
      if (request.find()) {
        requests.add(request.group(1));
      }
    }
    assertThat(requests)
        .contains(address)
        .allMatch(url -> url.equals(address) || url.startsWith("data:") || url.startsWith("blob:"));
  }

  @Test
  void sortsTablesByMouseAndKeyboard() {
    header("Mean %").click();

    List<String> descending = column("Mean %");
    assertThat(numbers(descending))
        .isSortedAccordingTo((a, b) -> Double.compare(b, a))
        .hasSizeGreaterThan(5);
    assertThat(descending.get(descending.size() - 1)).isEqualTo("-");
    WebElement head = browser.findElement(By.cssSelector("#paper th[aria-sort=descending]"));
    assertThat(head.getText()).isEqualTo("Mean %");

    header("Mean %").sendKeys(Keys.ENTER);

    List<String> ascending = column("Mean %");
    assertThat(numbers(ascending)).isSorted();
    assertThat(ascending.get(ascending.size() - 1)).isEqualTo("-");
  }

  @Test
  void showsOverviewOnFirstScreen() {
    WebElement chart = browser.findElement(By.cssSelector(".chart-wide .chart"));
    WebElement table = browser.findElement(By.cssSelector("table.notable"));

    for (WebElement part : List.of(chart, table)) {
      assertThat(part.getRect().getY() + part.getRect().getHeight()).isLessThan(900);
    }
    assertThat(table.findElements(By.cssSelector("tbody tr"))).hasSize(4);
  }

  @Test
  void hidesMethodInAllCharts() {
    String shown =
        "return Array.from(document.querySelectorAll('figure [data-series=\"0\"]'),"
            + " (e) => e.getBoundingClientRect().width > 0).filter((e) => e).length";
    assertThat((Long) browser.executeScript(shown)).isPositive();
    WebElement first = browser.findElement(By.cssSelector("#charts [data-switch='0']"));

    first.click();

    assertThat((Long) browser.executeScript(shown)).isZero();
    assertThat(browser.findElements(By.cssSelector("[data-switch='0'][aria-pressed=false]")))
        .hasSize(2);
    first.click();
    assertThat((Long) browser.executeScript(shown)).isPositive();
  }

  @Test
  void markLinksToRow() {
    WebElement link = browser.findElement(By.cssSelector(".chart-wide a"));
    String row = link.getDomAttribute("href");
    browser.executeScript(
        "arguments[0].dispatchEvent(new MouseEvent('click', {bubbles: true}))", link);

    assertThat(browser.getCurrentUrl()).contains("#row-");
    WebElement target = browser.findElement(By.cssSelector("#paper tr:target"));
    assertThat(row).contains(target.getAttribute("id"));
    assertThat(target.isDisplayed()).isTrue();
  }

  @Test
  void showsAllColumnsOnDemand() {
    assertThat(column("CR")).isEmpty();

    browser.findElement(By.cssSelector("#paper .details-box")).click();

    assertThat(column("CR")).hasSizeGreaterThan(5);
  }

  @Test
  void filtersRowsAndCells() {
    WebElement filter = browser.findElement(By.cssSelector("#paper input[type=search]"));

    filter.sendKeys("MDMTN failed");

    assertThat(column("Architecture")).containsExactly("mdmtn");
    assertThat(browser.findElement(By.cssSelector("#paper [role=status]")).getText())
        .endsWith(" rows")
        .startsWith("1 of ");
    filter.sendKeys(Keys.CONTROL + "a", Keys.DELETE);
    assertThat(column("Architecture")).hasSizeGreaterThan(5);

    browser.findElement(By.cssSelector("#cells select option[value=failed]")).click();

    assertThat(
            browser.findElements(By.cssSelector("#cells details")).stream()
                .filter(WebElement::isDisplayed))
        .singleElement()
        .extracting(cell -> cell.getAttribute("data-status"))
        .isEqualTo("failed");
  }

  @Test
  void rowLinksToItsCell() {
    browser
        .findElement(By.cssSelector("#paper tbody"))
        .findElement(By.linkText("Ours, sparse"))
        .click();

    // The page opens the section after the click has been handled.
    browser.manage().timeouts().implicitlyWait(Duration.ofSeconds(10));
    try {
      assertThat(browser.findElement(By.cssSelector("details[open]")).getText())
          .contains("method.k: [0.001, 0.2, 0.799]");
    } finally {
      browser.manage().timeouts().implicitlyWait(Duration.ZERO);
    }
  }

  @Test
  void fitsNarrowScreen() {
    resize(500);
    browser.executeScript("document.body.style.width = '420px'");
    browser.executeAsyncScript(OPEN_EVERYTHING);

    Object tooWide =
        browser.executeScript(
            "return Array.from(document.querySelectorAll('body *')).filter((e) =>"
                + " e.getBoundingClientRect().right > 421"
                + " && !e.closest('.wide, pre, .card, .unpacked, .unseen, .skip, nav')).map((e) => e.tagName + '.' + e.className)");

    assertThat((List<?>) tooWide).isEmpty();
  }
}
