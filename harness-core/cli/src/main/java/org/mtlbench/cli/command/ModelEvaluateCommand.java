package org.mtlbench.cli.command;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.cli.option.DataArguments;
import org.mtlbench.cli.option.ModelArgument;
import org.mtlbench.engine.catalogue.Catalogue;
import org.mtlbench.engine.catalogue.ChosenDataset;
import org.mtlbench.engine.catalogue.ModelScores;
import org.mtlbench.engine.catalogue.Plugins;
import org.mtlbench.engine.model.SavedModel;
import org.mtlbench.engine.plugins.PluginKind;
import org.mtlbench.results.score.MetricRecord;
import org.mtlbench.results.score.SplitRecord;
import org.mtlbench.results.score.TaskRecord;
import org.mtlbench.toolbox.config.Nearest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Evaluates a trained model on a split. */
@Command(
    name = "evaluate",
    description = {
      "Evaluate a trained model and its compressed form on a split of a dataset.",
      "Also counts the predictions that are equal in both."
    },
    mixinStandardHelpOptions = true)
final class ModelEvaluateCommand implements Callable<Integer> {
  private static final String ROW = "%-14s %-18s %12s %12s%n";

  @Spec private CommandSpec spec;
  @Mixin private ModelArgument model;
  @Mixin private DataArguments data;

  @Option(
      names = "--split",
      paramLabel = "SPLIT",
      defaultValue = "test",
      description = "One of train, validation, test; default test.")
  private SplitName split;

  @Option(
      names = "--dataset",
      paramLabel = "ID",
      description =
          "A dataset with inputs and tasks of the same shape; default the one it was trained on.")
  private String dataset;

  private final Plugins plugins;

  @Inject
  ModelEvaluateCommand(Plugins plugins) {
    this.plugins = plugins;
  }

  @Override
  public Integer call() throws IOException {
    SavedModel saved = SavedModel.read(model.file());
    // Before the data is read, since that may take a while.
    saved.forwardPass(model.file());
    Optional<ChosenDataset> other = otherDataset();
    ModelScores scores =
        plugins.evaluate(new ModelScores.Request(model.file(), other, data.access(), split));
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        saved.cell().label()
            + " on "
            + saved.cell().architecture().name()
            + ", seed "
            + saved.cell().seed()
            + ": "
            + split.name().toLowerCase(Locale.ROOT)
            + " split of "
            + other.map(ChosenDataset::name).orElse(saved.cell().dataset().name())
            + ", "
            + String.format(Locale.ROOT, "%,d examples", scores.examples()));
    out.println();
    out.printf(Locale.ROOT, ROW, "task", "", "saved", "compressed");
    for (TaskRecord task : scores.tasks()) {
      for (MetricRecord metric : task.metrics()) {
        out.printf(
            Locale.ROOT,
            ROW,
            task.name(),
            metric.title() + (metric.unit().isEmpty() ? "" : " " + metric.unit()),
            value(scores.saved(), task, metric),
            value(scores.compressed(), task, metric));
      }
    }
    out.println();
    agreement(scores).forEach(out::println);
    return ExitCode.DONE;
  }

  private Optional<ChosenDataset> otherDataset() throws IOException {
    if (dataset == null) {
      return Optional.empty();
    }
    Catalogue catalogue = plugins.catalogue();
    List<String> ids = catalogue.ids(PluginKind.DATASET);
    if (!ids.contains(dataset)) {
      throw new InvalidConfigException(
          "--dataset",
          dataset,
          Nearest.allowed(dataset, ids) + catalogue.unusable(PluginKind.DATASET, dataset));
    }
    return Optional.of(ChosenDataset.of(dataset));
  }

  private static String value(SplitRecord scores, TaskRecord task, MetricRecord metric) {
    return scores
        .scores()
        .find(task.name(), metric.id())
        .map(
            value ->
                String.format(Locale.ROOT, "%." + metric.decimals() + "f", value * metric.scale()))
        .orElse("undefined");
  }

  private static List<String> agreement(ModelScores scores) {
    List<String> lines = new ArrayList<>();
    scores
        .sameClass()
        .forEach(
            (task, share) ->
                lines.add(
                    String.format(
                        Locale.ROOT,
                        "%s: %s %% of the predicted classes are equal",
                        task,
                        share == 1 ? "100" : String.format(Locale.ROOT, "%.4f", 100 * share))));
    lines.add(
        String.format(
            Locale.ROOT, "largest difference between the outputs: %.2g", scores.difference()));
    return lines;
  }
}
