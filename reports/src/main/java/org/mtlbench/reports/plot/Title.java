package org.mtlbench.reports.plot;

import java.util.List;
import java.util.TreeSet;

/**
 * The title of a chart. It includes the caveats, since charts are often copied without the report.
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

  /** The title for rows of a dataset, with all their caveats. */
  public static Title of(String dataset, String subject, List<ChartRow> rows) {
    TreeSet<String> caveats = new TreeSet<>();
    rows.forEach(row -> caveats.addAll(row.caveats()));
    return new Title(
        Label.shortened(Label.shortened(dataset, 40) + ": " + subject, MAX_LETTERS),
        Label.shortened(String.join("; ", caveats), MAX_SMALL_LETTERS));
  }

  /** A title without caveats. */
  public static Title of(String subject) {
    return new Title(Label.shortened(subject, MAX_LETTERS), "");
  }

  /** The title on one line. */
  public String text() {
    return hasCaveats() ? subject + " (" + caveats + ")" : subject;
  }

  private boolean hasCaveats() {
    return !caveats.isEmpty() && !caveats.equals(Label.PLACEHOLDER);
  }

  /** The height in pixels. */
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
