package org.mtlbench.reports.charts;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mtlbench.reports.plot.Label;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.score.MetricRecord;

/**
 * Textual form of training curves: the values of an epoch, and a description of the chart for
 * screen readers.
 *
 * @param panels the panels shown, each with at least one curve
 * @param history the epochs
 */
record CurveDescription(TrainingHistory history, List<CurvePanel> panels) {
  private static final int MAX_LETTERS = 24;
  private static final int MAX_PHASES = 30;

  /** The name of a curve, shortened to fit a legend. */
  static String label(CurvePanel.Curve curve) {
    return Label.shortened(curve.label(), MAX_LETTERS);
  }

  /**
   * The values of an epoch in all panels.
   *
   * @param index index of the epoch, from 0
   */
  String values(int index) {
    Event.EpochEnded epoch = history.epochs().get(index);
    return "epoch "
        + (index + 1)
        + (history.phases().size() > 1 ? " (" + epoch.phase() + ")" : "")
        + panels.stream().map(panel -> values(panel, epoch)).collect(Collectors.joining());
  }

  private static String values(CurvePanel panel, Event.EpochEnded epoch) {
    return panel.curves().stream()
        .filter(curve -> curve.valueAt(epoch).isPresent())
        .map(
            curve ->
                String.format(
                    Locale.ROOT, "%s %.4g", label(curve), curve.valueAt(epoch).getAsDouble()))
        .collect(
            Collectors.joining(", ", "; " + panel.title().toLowerCase(Locale.ROOT) + ": ", ""));
  }

  /** A description of the chart, starting with its title. */
  String described(String title) {
    List<TrainingHistory.Span> phases = history.phases();
    StringBuilder text = new StringBuilder("Training curves of ").append(title).append(". ");
    text.append(
        panels.stream().map(CurvePanel::title).collect(Collectors.joining(", ", "", " over ")));
    text.append(history.epochs().size()).append(" epochs");
    if (phases.size() > 1) {
      text.append(" in ").append(phases.size()).append(" phases");
    }
    Event.EpochEnded last = history.epochs().get(history.epochs().size() - 1);
    for (CurvePanel panel : panels) {
      panel.score().ifPresent(score -> describe(panel, score, last, text));
    }
    if (phases.size() > 1) {
      text.append(
          IntStream.range(0, Math.min(phases.size(), MAX_PHASES))
              .mapToObj(i -> (i + 1) + " " + Label.clean(phases.get(i).name()))
              .collect(
                  Collectors.joining(", ", "; phases: ", phases.size() > MAX_PHASES ? ", …" : "")));
    }
    if (history.kept() > 0) {
      text.append("; selected model: epoch ").append(history.kept());
    }
    return text.append('.').toString();
  }

  /** Appends the last value of the selection curve and the score of the constant predictor. */
  private static void describe(
      CurvePanel panel, CurvePanel.Score score, Event.EpochEnded last, StringBuilder text) {
    MetricRecord metric = score.metric();
    CurvePanel.Curve shown = score.selection().orElse(panel.curves().get(0));
    OptionalDouble end = shown.valueAt(last);
    if (end.isPresent()) {
      text.append("; ")
          .append(shown.label())
          .append(" validation ")
          .append(metric.phrase())
          .append(" at the end ")
          .append(metric.withUnit(metric.number(end.getAsDouble())));
    }
    score
        .constant()
        .ifPresent(
            value ->
                text.append("; constant predictor ").append(metric.withUnit(metric.number(value))));
  }
}
