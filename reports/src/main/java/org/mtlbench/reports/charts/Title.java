package org.mtlbench.reports.charts;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.List;
import java.util.TreeSet;
import org.knowm.xchart.internal.chartpart.Chart;

/**
 * What stands above a picture. It says what keeps the numbers from being compared, since pictures
 * are pasted without the report around them.
 *
 * @param subject what is shown
 * @param caveats a few words; may be empty
 */
record Title(String subject, String caveats) {
  private static final int LEFT = 16;
  private static final int FIRST_LINE = 28;
  private static final int SECOND_LINE = 47;
  private static final int GAP = 4;
  private static final int MOST_LETTERS = 84;
  private static final int MOST_SMALL_LETTERS = 110;

  /** Of a dataset's rows, with all their caveats. */
  static Title of(String dataset, String subject, List<ChartRow> rows) {
    TreeSet<String> caveats = new TreeSet<>();
    rows.forEach(row -> caveats.addAll(row.caveats()));
    return new Title(
        Label.shortened(Label.shortened(dataset, 40) + ": " + subject, MOST_LETTERS),
        Label.shortened(String.join("; ", caveats), MOST_SMALL_LETTERS));
  }

  /** The same with a few more words on the second line. */
  Title with(String remark) {
    return new Title(
        subject,
        Label.shortened(hasCaveats() ? caveats + "; " + remark : remark, MOST_SMALL_LETTERS));
  }

  /** Of a single subject without caveats. */
  static Title of(String subject) {
    return new Title(Label.shortened(subject, MOST_LETTERS), "");
  }

  /** On one line. */
  String words() {
    return hasCaveats() ? subject + " (" + caveats + ")" : subject;
  }

  private boolean hasCaveats() {
    return !caveats.isEmpty() && !caveats.equals(Label.NOTHING);
  }

  /** Pixels that it takes from the picture's top. */
  int height() {
    return GAP + (hasCaveats() ? SECOND_LINE : FIRST_LINE);
  }

  /** Draws itself and leaves the canvas' origin below. */
  void paint(Graphics2D canvas) {
    canvas.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    canvas.setColor(Look.INK);
    canvas.setFont(Look.TITLE);
    canvas.drawString(subject, LEFT, FIRST_LINE);
    if (hasCaveats()) {
      canvas.setFont(Look.TEXT);
      canvas.drawString(caveats, LEFT, SECOND_LINE);
    }
    canvas.translate(0, height());
  }

  /** Draws itself and a chart below that fills the rest of the picture. */
  void paintAbove(Chart<?, ?> chart, Graphics2D canvas, int width, int height) {
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, width, height);
    paint(canvas);
    chart.paint(canvas, width, height - height());
  }
}
