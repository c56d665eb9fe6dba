package org.mtlbench.methods.kdmtl;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mtlbench.api.architecture.BlueprintSource;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.architecture.StagedNetwork;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.method.Procedure;
import org.mtlbench.api.method.Session;
import org.mtlbench.api.method.Training;
import org.mtlbench.api.phase.Artefact;
import org.mtlbench.api.phase.Budget;
import org.mtlbench.api.phase.EpochReport;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.api.phase.PhaseRun;
import org.mtlbench.methods.stl.SingleTask;
import org.mtlbench.toolbox.config.ConfigBinder;
import org.mtlbench.toolbox.gradient.Backward;
import org.mtlbench.toolbox.initialisation.Initialiser;
import org.mtlbench.toolbox.search.SearchedTraining;

/**
 * First the teachers, one phase and one artefact per task, then the student: a search for lambda,
 * and the main training. The student is the cell's architecture. The teachers are its single-task
 * networks, trained as by STL; the distilled feature is that of their trunk, before any monitors.
 */
final class Kdmtl implements Procedure {
  private final KdmtlConfig config;
  private final DatasetFacts dataset;
  private final BlueprintSource blueprints;
  private final SearchedTraining searched;

  Kdmtl(KdmtlConfig config, MethodContext context) {
    this.config = config;
    dataset = context.dataset();
    blueprints = context.blueprints();
    searched =
        new SearchedTraining(
            config.training(),
            config.search(),
            new Artefact("candidate of kdmtl", ConfigBinder.toTree(config)),
            "lambda",
            KdmtlPlugin.lambdas(config, dataset.tasks().size()));
  }

  @Override
  public List<Phase> phases(Budget budget) {
    List<Phase> phases = new ArrayList<>();
    for (int task = 0; task < dataset.tasks().size(); task++) {
      String name = "teacher " + dataset.tasks().get(task).name();
      Artefact artefact =
          new Artefact("teacher", ConfigBinder.toTree(config.teacher()).put("task", task));
      phases.add(
          SingleTask.phase(name, Phase.Kind.SEARCH, config.teacher(), task, blueprints, budget)
              .making(artefact));
    }
    phases.addAll(searched.phases(budget, dataset, Distillation.multiplyAdds(blueprints.of())));
    return phases;
  }

  @Override
  public Opened open(Session session) {
    List<SingleTask> teachers = new ArrayList<>();
    for (int task = 0; task < dataset.tasks().size(); task++) {
      teachers.add(new SingleTask(task, config.teacher(), session));
    }
    StagedNetwork network = (StagedNetwork) session.network("network");
    Initialiser.apply(config.training().initialisation(), network, session, "network");
    Distillation distillation =
        Distillation.of(
            teachers.stream().map(teacher -> (StagedNetwork) teacher.network()).toList(),
            blueprints.of(),
            session);
    Student student = new Student(config, dataset.tasks(), network, distillation, Backward::run);
    for (Parameter parameter : distillation.parameters()) {
      session.state().tensor("adaptors/" + parameter.name(), parameter.value());
    }
    student.optimiser().state("optimiser", session.state());
    student.adaptorOptimiser().state("adaptor-optimiser", session.state());
    return new Opened(teachers, distillation, searched.open(student, session));
  }

  /**
   * The opened method.
   *
   * @param teachers one per task
   * @param student the search for lambda and the main training
   */
  record Opened(List<SingleTask> teachers, Distillation distillation, Training student)
      implements Training {
    @Override
    public List<PhaseRun> phases() {
      return Stream.concat(teachers.stream().map(TeacherRun::new), student.phases().stream())
          .toList();
    }

    @Override
    public Model result() {
      return student.result();
    }
  }

  private record TeacherRun(SingleTask teacher) implements PhaseRun {
    @Override
    public EpochReport epoch(Phase phase, int epoch) {
      return teacher.epoch(phase, epoch);
    }

    @Override
    public void end() {
      teacher.select();
    }

    @Override
    public Model artefact() {
      return teacher.network();
    }
  }
}
