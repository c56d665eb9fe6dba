package org.mtlbench.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.method.Method;
import org.mtlbench.api.method.Procedure;
import org.mtlbench.api.method.Training;
import org.mtlbench.api.phase.Budget;
import org.mtlbench.api.phase.EpochReport;
import org.mtlbench.api.phase.Evaluation;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.api.phase.PhaseRun;
import org.mtlbench.toolbox.procedure.Procedures;
import org.mtlbench.toolbox.training.Evaluator;

/**
 * Result of training a method on {@link TinyProblem} in the same way as the engine.
 *
 * @param training the opened training
 * @param reports one per epoch, over all phases
 * @param model the reported model
 * @param validation validation scores of the model
 */
public record TinyTraining(
    Training training, List<EpochReport> reports, Model model, Evaluation validation) {
  /** Trains with the full budget. */
  public static TinyTraining of(Method method, TinyProblem problem) {
    Procedure procedure = Procedures.of(method, problem.tasks().size());
    List<EpochReport> reports = new ArrayList<>();
    Training training = procedure.open(problem);
    List<Phase> phases = procedure.phases(Budget.FULL);
    for (int i = 0; i < phases.size(); i++) {
      PhaseRun run = training.phases().get(i);
      run.begin();
      for (int epoch = 1; epoch <= phases.get(i).epochs(); epoch++) {
        reports.add(run.epoch(phases.get(i), epoch));
      }
      run.end();
    }
    Model model = training.result();
    return new TinyTraining(
        training,
        reports,
        model,
        Evaluator.evaluate(
            model,
            problem.dataset(),
            problem.tasks(),
            SplitName.VALIDATION,
            problem.manager(),
            problem::checkStopped));
  }

  /** The mean validation accuracy of the reported model. */
  public double meanAccuracy() {
    return Arrays.stream(validation.primary()).average().orElseThrow();
  }

  /** The parameters of the reported model, one array each. */
  public List<float[]> parameters() {
    return model.parameters().stream().map(parameter -> parameter.value().toFloatArray()).toList();
  }
}
