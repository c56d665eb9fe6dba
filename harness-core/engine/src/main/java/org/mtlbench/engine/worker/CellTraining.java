package org.mtlbench.engine.worker;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.method.DivergedException;
import org.mtlbench.api.method.Procedure;
import org.mtlbench.api.method.Session;
import org.mtlbench.api.phase.Budget;
import org.mtlbench.api.phase.Evaluation;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.api.task.Task;
import org.mtlbench.engine.artefact.CellArtefacts;
import org.mtlbench.engine.environment.ConvolutionKernels;
import org.mtlbench.engine.environment.FlushToZero;
import org.mtlbench.engine.environment.Machine;
import org.mtlbench.engine.model.KeepModels;
import org.mtlbench.engine.model.SavedModel;
import org.mtlbench.engine.plan.CellSpec;
import org.mtlbench.engine.plugins.PluginRegistry;
import org.mtlbench.results.CellRecordBuilder;
import org.mtlbench.results.SearchRecord;
import org.mtlbench.results.SecondsRecord;
import org.mtlbench.results.TrialRecord;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.event.EventWriter;
import org.mtlbench.results.folder.RunFolder;
import org.mtlbench.results.score.ConstantPredictorRecord;
import org.mtlbench.results.score.SplitRecord;
import org.mtlbench.toolbox.training.ConstantPredictor;
import org.mtlbench.toolbox.training.Evaluator;
import org.mtlbench.toolbox.training.SelectionScore;

/** Trains and tests the model of a work order. */
final class CellTraining {
  private final WorkOrder order;
  private final PluginRegistry registry;
  private final StopSignal stop;
  private final CellRecordBuilder record;
  private final CellPlugins plugins;
  private final DatasetFacts facts;
  private final Randomness random;
  private final CellProgress progress;

  CellTraining(
      WorkOrder order,
      PluginRegistry registry,
      StopSignal stop,
      CellProgress progress,
      CellRecordBuilder record) {
    this.order = order;
    this.registry = registry;
    this.stop = stop;
    this.progress = progress;
    this.record = record;
    this.plugins = CellPlugins.of(order.cell(), registry, order.data());
    this.facts = plugins.facts();
    this.random = new Randomness(order.cell().seed());
  }

  /** Tunes if requested, trains and tests, and adds the results to the record. */
  void run(EventWriter events) throws IOException {
    // before the engine starts its threads
    FlushToZero.on();
    ConvolutionKernels.limit();
    if (!order.device().isGpu()) {
      ConvolutionKernels.check();
    }
    CellSpec cell = order.cell();
    if (facts.trainSize() < facts.availableTrainSize()) {
      record.note(
          String.format(
              Locale.ROOT,
              "trained on %,d of the %,d training examples",
              facts.trainSize(),
              facts.availableTrainSize()));
    }
    Optional<TrialLoop> trials =
        cell.search()
            .map(search -> new TrialLoop(cell, this::plugins, stop, this::artefacts, progress));
    List<Phase> planned = new ArrayList<>();
    trials.ifPresent(loop -> planned.addAll(loop.phases()));
    planned.addAll(plugins.procedure(random).phases(new Budget(cell.budget())));
    if (!progress.eventsResume()) {
      events.write(
          new Event.CellStarted(cell.id(), planned.stream().map(PhaseLoop::planned).toList()));
    }
    try (NDManager manager = NDManager.newBaseManager(Machine.workerDevice(order.device()))) {
      Dataset dataset = plugins.dataset().open(order.data(), manager);
      if (trials.isPresent()) {
        SearchRecord search = trials.get().run(manager, dataset, events);
        record.search(search);
        TrialRecord chosen =
            search.chosenTrial().orElseThrow(() -> new FailedSearchException(search.trials()));
        CellSpec tuned = cell.tuned((ObjectNode) chosen.values());
        train(tuned, manager, dataset, search.wallSeconds(), events);
      } else {
        train(cell, manager, dataset, 0, events);
      }
    }
  }

  private void train(
      CellSpec cell, NDManager manager, Dataset dataset, double searchSeconds, EventWriter events)
      throws IOException {
    CellPlugins tuned = plugins(cell);
    Procedure procedure = tuned.procedure(random);
    List<Phase> phases = procedure.phases(new Budget(cell.budget()));
    CellSession session = new CellSession(manager, dataset, tuned, random, stop);
    TrainingProgress training = progress.nextTraining().withSession(session);
    try {
      PhaseLoop.Outcome outcome =
          new PhaseLoop(
                  procedure,
                  session,
                  events,
                  training,
                  artefacts(cell),
                  epochEnd(cell, dataset, manager, training.testedEpochs()))
              .run(phases);
      SecondsRecord byKind = SecondsRecord.of(training.ended());
      record.seconds(
          new SecondsRecord(byKind.main(), byKind.search(), outcome.seconds())
              .plusSearch(searchSeconds - progress.costs().attributedBefore(training.ended())));
      measure(outcome.model(), dataset, manager, session.constantPredictor());
      if (order.keepModels() != KeepModels.NONE) {
        save(outcome.model(), cell, dataset, manager);
      }
      if (cell.lastEpochs().isPresent()) {
        TestedEpochs last = training.testedEpochs();
        int epochs = last.epochs(facts.tasks());
        if (epochs == 0) {
          throw new IllegalStateException(
              "training.last-epochs: a task was trained in no main phase");
        }
        record.test(last.mean(facts.tasks())).testEpochs(epochs);
      }
      if (cell.selectionDiagnostic()) {
        record.selectionDiagnostic(
            training
                .testedEpochs()
                .diagnostic(facts.tasks(), epoch -> selectionScore(epoch, session)));
      }
    } finally {
      training.ended().forEach(record::phase);
      session.notes().forEach(record::note);
      record.measures(session.measures());
    }
  }

  private double selectionScore(SplitRecord epoch, Session session) {
    int[] which =
        IntStream.range(0, facts.tasks().size())
            .filter(t -> epoch.scores().tasks().contains(facts.tasks().get(t).name()))
            .toArray();
    double[] primary =
        IntStream.of(which)
            .mapToObj(facts.tasks()::get)
            .mapToDouble(
                task ->
                    epoch.scores().find(task.name(), task.primary().info().id()).orElse(Double.NaN))
            .toArray();
    return SelectionScore.of(primary, which, session);
  }

  /** Tests the reported model after each of the last epochs, or of all, if that is asked for. */
  private PhaseLoop.EpochEnd epochEnd(
      CellSpec cell, Dataset dataset, NDManager manager, TestedEpochs tested) {
    if (cell.lastEpochs().isEmpty() && !cell.selectionDiagnostic()) {
      return PhaseLoop.EpochEnd.IGNORED;
    }
    return (phase, epoch, report, run) -> {
      int last = cell.lastEpochs().orElse(phase.epochs());
      int first = Math.max(1, phase.epochs() - last + 1);
      if (epoch < first || report.tasks().isEmpty()) {
        return;
      }
      Model model =
          run.model()
              .orElseThrow(
                  () ->
                      new UnsupportedOperationException(
                          "training."
                              + (cell.selectionDiagnostic()
                                  ? "selection-diagnostic"
                                  : "last-epochs")
                              + ": the method gives no access to the model that"
                              + " its phase "
                              + phase.name()
                              + " trains (PhaseRun.model); leave out the method or the key"));
      FlushToZero.on();
      int[] which = report.tasks().stream().mapToInt(facts.tasks()::indexOf).toArray();
      tested.add(score(model, dataset, which, SplitName.TEST, manager), epoch == first);
    };
  }

  private CellPlugins plugins(CellSpec cell) {
    return plugins.tuned(cell, registry);
  }

  private CellArtefacts artefacts(CellSpec cell) {
    return new CellArtefacts(RunFolder.at(order.out()), cell, order.origin().hash());
  }

  private void measure(
      Model model, Dataset dataset, NDManager manager, ConstantPredictor predictor) {
    FlushToZero.on();
    record
        .validation(score(model, dataset, SplitName.VALIDATION, manager))
        .test(score(model, dataset, SplitName.TEST, manager))
        .constantPredictor(constantPredictor(dataset, manager, predictor))
        .parameters(ModelSize.parameters(model, facts.input(), manager))
        .sparsity(ModelSize.sparsity(model));
  }

  private void save(Model model, CellSpec cell, Dataset dataset, NDManager manager)
      throws IOException {
    try (NDScope scope = new NDScope()) {
      int inputs = dataset.split(SplitName.VALIDATION).range(0, 1, manager).inputs().size();
      SavedModel.write(
          RunFolder.at(order.out()).models(),
          cell,
          facts.tasks().stream().map(Task::name).toList(),
          Collections.nCopies(inputs, facts.input().shape()),
          model);
    }
  }

  private ConstantPredictorRecord constantPredictor(
      Dataset dataset, NDManager manager, ConstantPredictor predictor) {
    return new ConstantPredictorRecord(
        SplitScores.scores(facts.tasks(), predictor.scores(dataset, SplitName.VALIDATION, manager)),
        SplitScores.scores(facts.tasks(), predictor.scores(dataset, SplitName.TEST, manager)),
        dataset.split(SplitName.VALIDATION).size(),
        dataset.split(SplitName.TEST).size());
  }

  private SplitRecord score(Model model, Dataset dataset, SplitName split, NDManager manager) {
    int[] all = IntStream.range(0, facts.tasks().size()).toArray();
    return score(model, dataset, all, split, manager);
  }

  private SplitRecord score(
      Model model, Dataset dataset, int[] which, SplitName split, NDManager manager) {
    List<Task> tasks = IntStream.of(which).mapToObj(facts.tasks()::get).toList();
    Evaluation scores =
        Evaluator.evaluate(model, dataset, facts.tasks(), which, split, manager, stop::check);
    for (int t = 0; t < scores.losses().length; t++) {
      if (!Double.isFinite(scores.losses()[t])) {
        throw new DivergedException(
            String.format(
                Locale.ROOT,
                "the loss of task %s of the selected model is %s on the %s split",
                tasks.get(t).name(),
                scores.losses()[t],
                split.name().toLowerCase(Locale.ROOT)));
      }
    }
    return SplitScores.record(tasks, scores);
  }
}
