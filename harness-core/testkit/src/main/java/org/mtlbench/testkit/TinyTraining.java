package org.mtlbench.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.method.Budget;
import org.mtlbench.api.method.EpochReport;
import org.mtlbench.api.method.Evaluation;
import org.mtlbench.api.method.Method;
import org.mtlbench.api.method.Phase;
import org.mtlbench.api.method.Procedure;
import org.mtlbench.toolbox.procedure.Procedures;
import org.mtlbench.toolbox.training.Evaluator;

/**
 * A method trained on the tiny problem the way the engine does it.
 *
 * @param reports one an epoch, over all phases
 * @param model the model the method reports
 * @param validation how that model does on validation
 */
public record TinyTraining(List<EpochReport> reports, Model model, Evaluation validation) {
  /** Trains with the full budget. */
  public static TinyTraining of(Method method, TinyProblem problem) {
    Procedure procedure = Procedures.of(method, problem.tasks().size());
    List<EpochReport> reports = new ArrayList<>();
    procedure.open(problem);
    for (Phase phase : procedure.phases(Budget.FULL)) {
      procedure.begin(phase, problem);
      for (int epoch = 1; epoch <= phase.epochs(); epoch++) {
        reports.add(procedure.epoch(phase, epoch, problem));
      }
      procedure.end(phase, problem);
    }
    Model model = procedure.result(problem);
    return new TinyTraining(
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

  /** The mean accuracy of the reported model on validation. */
  public double meanAccuracy() {
    return Arrays.stream(validation.primary()).average().orElseThrow();
  }

  /** The reported model's weights, one array each. */
  public List<float[]> weights() {
    return model.weights().stream().map(weight -> weight.value().toFloatArray()).toList();
  }
}
