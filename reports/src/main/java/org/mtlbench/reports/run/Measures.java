package org.mtlbench.reports.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.ParametersRecord;
import org.mtlbench.results.PhaseKind;
import org.mtlbench.results.PhaseRecord;
import org.mtlbench.results.SearchRecord;
import org.mtlbench.results.SecondsRecord;
import org.mtlbench.results.SparsityRecord;
import org.mtlbench.results.TrialRecord;

/**
 * Numbers of a cell, in the units of tables: percent, minutes, megabytes (10^6 bytes). A number is
 * absent if the record does not have it.
 */
public final class Measures {
  private static final double PERCENT = 100;
  private static final double SECONDS_PER_MINUTE = 60;
  private static final double BYTES_PER_MEGABYTE = 1e6;

  private Measures() {}

  /** Sparsity rate by rows, in percent. */
  public static Optional<Double> sr(CellRecord cell) {
    return cell.sparsity().map(sparsity -> PERCENT * sparsity.sr());
  }

  /** Compression rate by rows. */
  public static Optional<Double> cr(CellRecord cell) {
    return cell.sparsity().map(SparsityRecord::cr);
  }

  /** Parameter sharing by rows. */
  public static Optional<Double> ps(CellRecord cell) {
    return cell.sparsity().map(SparsityRecord::ps);
  }

  /** Sparsity rate by parameters, in percent. */
  public static Optional<Double> parameterSr(CellRecord cell) {
    return cell.sparsity().map(sparsity -> PERCENT * sparsity.parameterSr());
  }

  /** Trainable parameters. */
  public static Optional<Double> parameters(CellRecord cell) {
    return cell.parameters().map(ParametersRecord::total).map(Long::doubleValue);
  }

  /** Trainable parameters that are not zero. */
  public static Optional<Double> nonzeroParameters(CellRecord cell) {
    return cell.parameters().map(ParametersRecord::nonzero).map(Long::doubleValue);
  }

  /** Wall-clock minutes of the main training. */
  public static Optional<Double> mainMinutes(CellRecord cell) {
    return cell.seconds().map(SecondsRecord::main).map(Measures::minutes);
  }

  /** Wall-clock minutes, search included. */
  public static Optional<Double> totalMinutes(CellRecord cell) {
    return cell.seconds().map(SecondsRecord::total).map(Measures::minutes);
  }

  /** Processor minutes of the main training, all threads. */
  public static Optional<Double> mainCpuMinutes(CellRecord cell) {
    List<PhaseRecord> main = main(cell);
    return main.isEmpty()
        ? Optional.empty()
        : Optional.of(minutes(sum(main, PhaseRecord::cpuSeconds)));
  }

  /** Processor minutes of all phases and trials, all threads. */
  public static Optional<Double> totalCpuMinutes(CellRecord cell) {
    List<TrialRecord> trials = trials(cell);
    return cell.phases().isEmpty()
        ? Optional.empty()
        : Optional.of(
            minutes(
                sum(cell.phases(), PhaseRecord::cpuSeconds)
                    + sum(trials, TrialRecord::cpuSeconds)));
  }

  /**
   * Passes over the training data for the reported model: for each reported network the sum over
   * the phases that train it, and over several networks (for example one per task) the maximum. In
   * early records, which do not say what a phase trains, each main phase counts as its own network.
   * Absent if there is no phase.
   */
  public static Optional<Double> mainEpochs(CellRecord cell) {
    Map<String, Integer> byNetwork = new HashMap<>();
    boolean early = isEarly(cell);
    for (PhaseRecord phase : cell.phases()) {
      reported(phase, early)
          .ifPresent(network -> byNetwork.merge(network, phase.epochs(), Integer::sum));
    }
    return byNetwork.values().stream().max(Integer::compare).map(Integer::doubleValue);
  }

  /**
   * Epochs of everything else: teachers, grid searches and trials. Absent if and only if {@link
   * #mainEpochs} is.
   */
  public static Optional<Double> searchEpochs(CellRecord cell) {
    boolean early = isEarly(cell);
    double phases =
        cell.phases().stream()
            .filter(phase -> reported(phase, early).isEmpty())
            .mapToInt(PhaseRecord::epochs)
            .sum();
    return mainEpochs(cell).map(ignored -> phases + sum(trials(cell), TrialRecord::epochs));
  }

  private static boolean isEarly(CellRecord cell) {
    return cell.phases().stream().allMatch(phase -> phase.trains().isEmpty());
  }

  private static Optional<String> reported(PhaseRecord phase, boolean early) {
    return early && phase.kind() == PhaseKind.MAIN ? Optional.of(phase.name()) : phase.trains();
  }

  private static List<TrialRecord> trials(CellRecord cell) {
    return cell.search().map(SearchRecord::trials).orElse(List.of());
  }

  /** Epochs of all main phases, added up over networks that are trained one after the other. */
  public static Optional<Double> mainPhaseEpochs(CellRecord cell) {
    double epochs = sum(trained(cell), PhaseRecord::epochs);
    return epochs > 0 ? Optional.of(epochs) : Optional.empty();
  }

  /** Wall-clock seconds per epoch of the main phases, including validation. */
  public static Optional<Double> secondsPerEpoch(CellRecord cell) {
    return mainPhaseEpochs(cell)
        .map(epochs -> sum(trained(cell), PhaseRecord::wallSeconds) / epochs);
  }

  /** Largest resident memory of the worker, in megabytes. */
  public static Optional<Double> peakMegabytes(CellRecord cell) {
    return cell.execution().peakMemoryBytes().map(bytes -> bytes / BYTES_PER_MEGABYTE);
  }

  /**
   * Names of the further quantities that methods report about their final models, in order of
   * appearance. Members of a family ({@code cap.LAYER}) and indicators, which are 0 or 1 in every
   * cell, are not quantities.
   */
  public static List<String> furtherNames(List<CellRecord> cells) {
    return cells.stream()
        .flatMap(cell -> cell.measures().keySet().stream())
        .distinct()
        .filter(name -> !name.contains("."))
        .filter(
            name ->
                cells.stream()
                    .flatMap(cell -> further(cell, name).stream())
                    .anyMatch(value -> value != 0 && value != 1))
        .toList();
  }

  /** A further quantity of the final model; see {@link #furtherNames}. */
  public static Optional<Double> further(CellRecord cell, String name) {
    return Optional.ofNullable(cell.measures().get(name));
  }

  /** Mean loss of a task on the test split. */
  public static Optional<Double> testLoss(CellRecord cell, String task) {
    return cell.test().map(test -> test.losses().byTask().get(task));
  }

  private static double minutes(double seconds) {
    return seconds / SECONDS_PER_MINUTE;
  }

  private static List<PhaseRecord> main(CellRecord cell) {
    return cell.phases().stream().filter(phase -> phase.kind() == PhaseKind.MAIN).toList();
  }

  /**
   * The phases with epochs: phases without, such as clustering, do not count for the time per
   * epoch.
   */
  private static List<PhaseRecord> trained(CellRecord cell) {
    return main(cell).stream().filter(phase -> phase.epochs() > 0).toList();
  }

  private static <T> double sum(List<T> parts, ToDoubleFunction<T> value) {
    return parts.stream().mapToDouble(value).sum();
  }
}
