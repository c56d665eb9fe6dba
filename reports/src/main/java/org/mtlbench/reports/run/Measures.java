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
 * Computes measures of a cell from its record, in the units of tables: percent, minutes, megabytes
 * (10^6 bytes). A measure is absent if the record does not contain it.
 */
public final class Measures {
  private static final double PERCENT = 100;
  private static final double SECONDS_PER_MINUTE = 60;
  private static final double BYTES_PER_MEGABYTE = 1e6;
  private static final double MULTIPLY_ADDS_PER_UNIT = 1e6;

  private Measures() {}

  /** Sparsity rate in neuron rows, in percent. */
  public static Optional<Double> sr(CellRecord cell) {
    return cell.sparsity().map(sparsity -> PERCENT * sparsity.sr());
  }

  /** Compression rate in neuron rows. */
  public static Optional<Double> cr(CellRecord cell) {
    return cell.sparsity().map(SparsityRecord::cr);
  }

  /** Parameter sharing in neuron rows. */
  public static Optional<Double> ps(CellRecord cell) {
    return cell.sparsity().map(SparsityRecord::ps);
  }

  /** Sparsity rate in parameters: the percentage of parameters that are zero. */
  public static Optional<Double> parameterSr(CellRecord cell) {
    return cell.sparsity().map(sparsity -> PERCENT * sparsity.parameterSr());
  }

  /** Number of trainable parameters. */
  public static Optional<Double> parameters(CellRecord cell) {
    return cell.parameters().map(ParametersRecord::total).map(Long::doubleValue);
  }

  /** Number of trainable parameters that are not zero. */
  public static Optional<Double> nonzeroParameters(CellRecord cell) {
    return cell.parameters().map(ParametersRecord::nonzero).map(Long::doubleValue);
  }

  /** Millions of multiply-adds of the forward pass of one example, see {@link ParametersRecord}. */
  public static Optional<Double> megaMultiplyAdds(CellRecord cell) {
    return cell.parameters()
        .flatMap(ParametersRecord::multiplyAdds)
        .map(count -> count / MULTIPLY_ADDS_PER_UNIT);
  }

  /** Wall-clock minutes of the main training. */
  public static Optional<Double> mainMinutes(CellRecord cell) {
    return cell.seconds().map(SecondsRecord::main).map(Measures::minutes);
  }

  /** Wall-clock minutes including search. */
  public static Optional<Double> totalMinutes(CellRecord cell) {
    return cell.seconds().map(SecondsRecord::total).map(Measures::minutes);
  }

  /** CPU minutes of the main training, summed over all threads. */
  public static Optional<Double> mainCpuMinutes(CellRecord cell) {
    List<PhaseRecord> main = mainPhases(cell);
    return main.isEmpty()
        ? Optional.empty()
        : Optional.of(minutes(sum(main, PhaseRecord::cpuSeconds)));
  }

  /** CPU minutes of all phases and trials, summed over all threads. */
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
   * the phases that train it; of several networks (for example one per task), the maximum. Records
   * of earlier versions do not contain the network that a phase trains; each of their main phases
   * counts as a separate network. Absent if the cell has no phase.
   */
  public static Optional<Double> mainEpochs(CellRecord cell) {
    Map<String, Integer> byNetwork = new HashMap<>();
    boolean noNetworkNames = hasNoNetworkNames(cell);
    for (PhaseRecord phase : cell.phases()) {
      reportedNetwork(phase, noNetworkNames)
          .ifPresent(network -> byNetwork.merge(network, phase.epochs(), Integer::sum));
    }
    return byNetwork.values().stream().max(Integer::compare).map(Integer::doubleValue);
  }

  /**
   * Epochs that do not train a reported model: those of teachers, grid searches and trials. Absent
   * if and only if {@link #mainEpochs} is.
   */
  public static Optional<Double> searchEpochs(CellRecord cell) {
    boolean noNetworkNames = hasNoNetworkNames(cell);
    double phases =
        cell.phases().stream()
            .filter(phase -> reportedNetwork(phase, noNetworkNames).isEmpty())
            .mapToInt(PhaseRecord::epochs)
            .sum();
    return mainEpochs(cell).map(ignored -> phases + sum(trials(cell), TrialRecord::epochs));
  }

  private static boolean hasNoNetworkNames(CellRecord cell) {
    return cell.phases().stream().allMatch(phase -> phase.trains().isEmpty());
  }

  private static Optional<String> reportedNetwork(PhaseRecord phase, boolean noNetworkNames) {
    return noNetworkNames && phase.kind() == PhaseKind.MAIN
        ? Optional.of(phase.name())
        : phase.trains();
  }

  private static List<TrialRecord> trials(CellRecord cell) {
    return cell.search().map(SearchRecord::trials).orElse(List.of());
  }

  /** The sum of the epochs of all main phases, also over separately trained networks. */
  public static Optional<Double> mainPhaseEpochs(CellRecord cell) {
    double epochs = sum(mainPhasesWithEpochs(cell), PhaseRecord::epochs);
    return epochs > 0 ? Optional.of(epochs) : Optional.empty();
  }

  /** Wall-clock seconds per epoch of the main phases, including validation. */
  public static Optional<Double> secondsPerEpoch(CellRecord cell) {
    return mainPhaseEpochs(cell)
        .map(epochs -> sum(mainPhasesWithEpochs(cell), PhaseRecord::wallSeconds) / epochs);
  }

  /** Peak resident memory of the worker, in megabytes. */
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

  private static List<PhaseRecord> mainPhases(CellRecord cell) {
    return cell.phases().stream().filter(phase -> phase.kind() == PhaseKind.MAIN).toList();
  }

  /**
   * The main phases with epochs. Main phases without epochs, such as clustering, do not count for
   * the time per epoch.
   */
  private static List<PhaseRecord> mainPhasesWithEpochs(CellRecord cell) {
    return mainPhases(cell).stream().filter(phase -> phase.epochs() > 0).toList();
  }

  private static <T> double sum(List<T> parts, ToDoubleFunction<T> value) {
    return parts.stream().mapToDouble(value).sum();
  }
}
