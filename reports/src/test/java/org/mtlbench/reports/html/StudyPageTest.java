package org.mtlbench.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.reports.ReportFormat;
import org.mtlbench.reports.ReportRequest;
import org.mtlbench.reports.ReportWriter;
import org.mtlbench.reports.fixtures.ModelFiles;
import org.mtlbench.reports.fixtures.StudyRun;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.tables.TableKind;
import org.mtlbench.results.folder.RunFolder;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;

/** The 3-D chart of a study and the similarity maps as a reader's browser shows it. */
class StudyPageTest {
  @TempDir static Path root;
  private static ChromeDriver browser;

  @BeforeAll
  static void makePage() throws IOException {
    Optional<Browser> installed = Browser.find();
    Assumptions.assumeTrue(
        installed.isPresent(),
        "no chromium with chromedriver on the path: the page is not tried in a browser");
    RunFolder folder = StudyRun.everything(root.resolve("run"));
    ModelFiles.small().write(folder, "abc00000");
    ReportWriter.write(
        new ReportRequest(
            folder,
            root.resolve("run"),
            EnumSet.of(ReportFormat.HTML),
            EnumSet.of(TableKind.PARETO),
            List.of(),
            Rows.DEFAULT_ROPE));
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
    browser.manage().window().setSize(new Dimension(1400, 1400));
    browser.get(root.resolve("run/report.html").toUri().toString());
  }

  private static WebElement chart() {
    return browser.findElement(By.cssSelector(".turnable"));
  }

  /** Where the marks are, and the ends of the lines. */
  private static String positions() {
    return (String)
        browser.executeScript(
            "return Array.from(document.querySelectorAll('[data-at]'),"
                + " (part) => (part.getAttribute('transform') || '')"
                + " + (part.querySelector('polyline')?.getAttribute('points') || ''))"
                + ".sort().join(';')");
  }

  private static void press(String label) {
    chart().findElement(By.cssSelector("button[aria-label='" + label + "']")).click();
  }

  @Test
  void turnsWithButtonsAndReset() {
    press("Reset the view");
    String before = positions();

    press("Turn left");
    String turned = positions();
    assertThat(turned).isNotEqualTo(before);
    press("Tilt up");
    assertThat(positions()).isNotEqualTo(turned);
    press("Reset the view");
    assertThat(positions()).isEqualTo(before);
  }

  @Test
  void turnsWithArrowKeys() {
    press("Reset the view");
    String before = positions();

    chart().sendKeys(Keys.ARROW_LEFT);
    assertThat(positions()).isNotEqualTo(before);
    chart().sendKeys(Keys.ARROW_RIGHT);
    assertThat(positions()).isEqualTo(before);
  }

  @Test
  void hidesLabelsOfVerticalAxisSeenFromAbove() {
    press("Reset the view");
    assertThat(hiddenLabels()).isEmpty();

    for (int i = 0; i < 7; i++) {
      press("Tilt up");
    }
    assertThat(hiddenLabels()).contains("L_0").doesNotContain("left loss", "right loss");
    press("Tilt down");
    press("Tilt down");
    assertThat(hiddenLabels()).isEmpty();
    assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
  }

  private static List<String> hiddenLabels() {
    return browser.findElements(By.cssSelector("[data-view] .off text")).stream()
        .map(label -> label.getDomProperty("textContent"))
        .toList();
  }

  @Test
  void turnableChartFitsPhone() {
    browser.manage().window().setSize(new Dimension(500, 900));

    assertThat(
            browser.executeScript(
                "const card = document.querySelector('.turnable');"
                    + "return card.scrollWidth <= card.clientWidth"))
        .isEqualTo(true);
  }

  @Test
  void turnsByDraggingWithoutFollowingLinks() {
    press("Reset the view");
    String before = positions();
    String address = browser.getCurrentUrl();
    // The contents of the page would cover what is at the top of the window.
    browser.executeScript(
        "document.querySelector('[data-view]').closest('svg').scrollIntoView({block: 'center'})");

    new Actions(browser)
        .dragAndDropBy(chart().findElement(By.cssSelector("[data-at] .mark")), 60, 10)
        .perform();

    assertThat(positions()).isNotEqualTo(before);
    assertThat(browser.getCurrentUrl()).isEqualTo(address);
    assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
  }

  @Test
  void showsSimilarityMaps() {
    assertThat(browser.findElements(By.cssSelector("#charts image")))
        .hasSize(4 + 3)
        .allSatisfy(image -> assertThat(image.getRect().getWidth()).isPositive());
    // The policy of the page would report an image that it does not allow.
    assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
  }

  @Test
  void keepsLinesAtTheirPoints() {
    press("Turn right");

    // The stem of each point ends at its mark.
    Object distance =
        browser.executeScript(
            "const scene = document.querySelector('[data-view]');return"
                + " Math.max(...Array.from(scene.querySelectorAll('[data-at] .mark'), (mark) => { "
                + " const part = mark.closest('[data-at]');  const line ="
                + " scene.querySelector(`[data-at$=\"${part.dataset.at}\"] polyline`);  const [x,"
                + " y] = line.getAttribute('points').split(' ')[1].split(',').map(Number);  const"
                + " box = mark.getBBox();  const move = part.transform.baseVal[0].matrix;  return"
                + " Math.hypot(box.x + box.width / 2 + move.e - x,    box.y + box.height / 2 +"
                + " move.f - y);}))");
    assertThat(((Number) distance).doubleValue()).isLessThan(0.5);
  }
}
