package org.mtlbench.reports.plot;

import java.util.List;
import java.util.TreeSet;

/**
 * What stands above a chart. It says what keeps the numbers from being compared, since charts are
 * pasted without the report around them.
 *
 * @param subject what is shown
 * @param caveats a few words; may be empty
 */
public record Title(String subject, String caveats) {
  private static final int LEFT = 16;
  private static final int FIRST_LINE = 28;
  private static final int SECOND_LINE = 47;
  private static final int GAP = 12;
  private static final int MAX_LETTERS = 80;
  private static final int MAX_SMALL_LETTERS = 105;

  /** Of a dataset's rows, with all their caveats. */
  public static Title of(String dataset, String subject, List<ChartRow> rows) {
    TreeSet<String> caveats = new TreeSet<>();
    rows.forEach(row -> caveats.addAll(row.caveats()));
    return new Title(
        Label.shortened(Label.shortened(dataset, 40) + ": " + subject, MAX_LETTERS),
        Label.shortened(String.join("; ", caveats), MAX_SMALL_LETTERS));
  }

  /** Of a single subject without caveats. */
  public static Title of(String subject) {
    return new Title(Label.shortened(subject, MAX_LETTERS), "");
  }

  /** On one line. */
  public String words() {
    return hasCaveats() ? subject + " (" + caveats + ")" : subject;
  }

  private boolean hasCaveats() {
    return !caveats.isEmpty() && !caveats.equals(Label.NOTHING);
  }

  /** Pixels that it takes from the chart's top. */
  public int height() {
    return GAP + (hasCaveats() ? SECOND_LINE : FIRST_LINE);
  }

  public void paint(Canvas canvas) {
    canvas.text(Ink.TEXT, Canvas.TextSize.TITLE, Canvas.Anchor.START, LEFT, FIRST_LINE, subject);
    if (hasCaveats()) {
      canvas.text(
          Ink.REFERENCE, Canvas.TextSize.NORMAL, Canvas.Anchor.START, LEFT, SECOND_LINE, caveats);
    }
  }
}
