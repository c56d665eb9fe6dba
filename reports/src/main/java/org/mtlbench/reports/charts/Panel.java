package org.mtlbench.reports.charts;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.mtlbench.results.event.Event;

/**
 * One of the diagrams that share an axis of epochs.
 *
 * @param title of its vertical axis
 * @param height in pixels
 * @param curves what it shows
 * @param bounds what the vertical axis may hold at most
 */
record Panel(String title, int height, List<Curve> curves, Range bounds) {
  /**
   * A curve over the epochs.
   *
   * @param label for the legend
   * @param look number of its colour, marker and line style
   * @param value at an epoch, where there is one
   */
  record Curve(String label, int look, Function<Event.EpochEnded, Optional<Double>> value) {
    boolean has(TrainingHistory history) {
      return history.epochs().stream().anyMatch(epoch -> value.apply(epoch).isPresent());
    }
  }

  /** The same without curves that have no value. */
  Panel of(TrainingHistory history) {
    return new Panel(
        title, height, curves.stream().filter(curve -> curve.has(history)).toList(), bounds);
  }

  /** All values. */
  double[] values(TrainingHistory history) {
    return curves.stream()
        .flatMap(curve -> history.epochs().stream().flatMap(e -> curve.value().apply(e).stream()))
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  /** A curve's values, each phase followed by a gap; not a number where there is none. */
  double[] values(Curve curve, TrainingHistory history) {
    return withGaps(
        history, i -> curve.value().apply(history.epochs().get(i - 1)).orElse(Double.NaN), true);
  }

  /** The epochs that belong to {@link #values(Curve, TrainingHistory)}. */
  double[] epochs(TrainingHistory history) {
    return withGaps(history, i -> i, false);
  }

  private static double[] withGaps(
      TrainingHistory history, IntToDoubleFunction value, boolean gap) {
    return history.phases().stream()
        .flatMapToDouble(
            phase ->
                IntStream.rangeClosed(phase.first(), phase.last() + 1)
                    .mapToDouble(
                        i ->
                            i <= phase.last()
                                ? value.applyAsDouble(i)
                                : gap ? Double.NaN : phase.last()))
        .toArray();
  }
}
