package org.mtlbench.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.method.StoppedException;
import org.mtlbench.api.phase.Budget;
import org.mtlbench.api.phase.EpochReport;
import org.mtlbench.api.phase.Phase;

/**
 * Contract test of a procedure, a method with its own phases. Extend it, provide the plugin and its
 * config keys, and make training on the tiny problem short with {@link #training}:
 *
 * <ul>
 *   <li>there is at least one main phase, phase names are unique, and every call returns the same
 *       phases; epochs scale with the budget, protocol epochs do not;
 *   <li>each epoch has a report with losses and validation scores of the tasks it names;
 *   <li>the model has finite parameters and an output for every task of the dataset;
 *   <li>training stops at the next step boundary on request;
 *   <li>a phase that makes an artefact can be replaced by the artefact without changing the result;
 *   <li>all properties of {@link MethodContract} hold.
 * </ul>
 *
 * @param <C> the config record
 */
public abstract class ProcedureContract<C extends Record> extends MethodContract<C> {
  @Test
  void phasesAreConstantAndUniquelyNamed() throws JsonProcessingException {
    try (TinyRun run = opened(1)) {
      List<Phase> phases = run.procedure().phases(Budget.FULL);
      assertThat(phases).extracting(Phase::name).doesNotHaveDuplicates();
      assertThat(phases).extracting(Phase::kind).contains(Phase.Kind.MAIN);
      assertThat(phases).allSatisfy(p -> assertThat(p.relativeCost()).isFinite().isPositive());
      assertThat(run.procedure().phases(Budget.FULL)).isEqualTo(phases);
      run.runToEnd();
      assertThat(run.procedure().phases(Budget.FULL)).as("phases after them").isEqualTo(phases);
    }
  }

  @Test
  void budgetScalesEpochsButNotProtocolEpochs() throws JsonProcessingException {
    try (TinyRun run = opened(1)) {
      List<Phase> full = run.procedure().phases(Budget.FULL);
      List<Phase> least = run.procedure().phases(new Budget(1e-6));
      List<Phase> twice = run.procedure().phases(new Budget(2));
      assertThat(least).extracting(Phase::name).isEqualTo(full.stream().map(Phase::name).toList());
      for (int i = 0; i < full.size(); i++) {
        String name = full.get(i).name();
        assertThat(full.get(i).epochs()).as(name).isEqualTo(full.get(i).protocolEpochs());
        assertThat(least.get(i).epochs())
            .as(name + " on the smallest budget")
            .isBetween(1, full.get(i).epochs());
        assertThat(least.get(i).protocolEpochs()).isEqualTo(full.get(i).protocolEpochs());
        assertThat(twice.get(i).protocolEpochs()).isEqualTo(full.get(i).protocolEpochs());
      }
      assertThat(twice.stream().mapToInt(Phase::epochs).sum())
          .as("epochs of all phases with twice the budget")
          .isGreaterThan(full.stream().mapToInt(Phase::epochs).sum());
    }
  }

  @Test
  void trainingReportsNameTheirTasks() throws JsonProcessingException {
    try (TinyRun run = trained(1)) {
      for (EpochReport report : run.reports()) {
        assertThat(run.problem().tasks()).containsAll(report.tasks());
        assertThat(report.losses()).hasSameSizeAs(report.tasks());
        assertThat(report.measures().values()).allSatisfy(x -> assertThat(x).isFinite());
        report
            .validation()
            .ifPresent(
                validation -> {
                  double[] primary = validation.evaluation().primary();
                  assertThat(primary).hasSameSizeAs(report.tasks());
                  assertThat(Numbers.list(primary))
                      .allSatisfy(metric -> assertThat(metric).isBetween(0.0, 1.0));
                });
      }
    }
  }

  @Test
  void modelPredictsEveryTask() throws JsonProcessingException {
    try (TinyRun run = trained(1)) {
      assertThat(run.model().parameters()).isNotEmpty();
      for (Parameter parameter : run.model().parameters()) {
        assertThat(parameter.value().isNaN().any().getBoolean())
            .as(parameter + " is NaN")
            .isFalse();
        assertThat(parameter.value().isInfinite().any().getBoolean()).as(parameter + "").isFalse();
      }
      Dataset dataset = run.problem().dataset();
      List<NDArray> inputs =
          dataset.split(SplitName.TEST).range(0, 5, run.problem().manager()).inputs();
      List<NDArray> outputs = run.model().predict(dataset.prepare(inputs), ForwardMode.EVALUATION);
      assertThat(outputs).hasSameSizeAs(run.problem().tasks());
      for (int task = 0; task < outputs.size(); task++) {
        assertThat(outputs.get(task).getShape().getShape())
            .as("shape of the output of task " + task + " for 5 examples")
            .containsExactly(5, run.problem().tasks().get(task).outputs());
      }
    }
  }

  @Test
  void stopsAtNextStepOnRequest() throws JsonProcessingException {
    try (TinyRun run = opened(1)) {
      run.problem().stop();
      assertThatThrownBy(run::runToEnd)
          .as("training after the run was asked to stop")
          .isInstanceOf(StoppedException.class);
    }
  }

  @Test
  void reusedArtefactReplacesItsPhase() throws JsonProcessingException {
    Map<String, List<float[]>> artefacts = new LinkedHashMap<>();
    try (TinyRun maker = opened(1)) {
      while (!maker.ended()) {
        Phase phase = maker.phase();
        maker.next();
        if (phase.artefact().isPresent() && maker.leftPhase()) {
          artefacts.put(phase.name(), values(maker.artefact(phase).parameters()));
        }
      }
      Set<String> names = new TreeSet<>();
      maker.phases().forEach(p -> p.artefact().ifPresent(a -> names.add(a.name() + a.config())));
      assertThat(names).as("artefacts that differ").hasSameSizeAs(artefacts.keySet());
      if (!artefacts.isEmpty()) {
        try (TinyRun user = opened(1)) {
          user.skipPhases(artefacts);
          user.runToEnd();
          assertThat(user.result())
              .as("parameters of the training that took " + artefacts.keySet() + " over")
              .isEqualTo(maker.result());
        }
      }
    }
  }

  private static List<float[]> values(List<Parameter> parameters) {
    List<float[]> values = new ArrayList<>();
    parameters.forEach(parameter -> values.add(parameter.value().toFloatArray()));
    return values;
  }
}
