package org.mtlbench.methods.kdmtl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.mtlbench.api.architecture.BlueprintSource;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.architecture.StagedNetwork;
import org.mtlbench.api.architecture.Weight;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.method.Artefact;
import org.mtlbench.api.method.Budget;
import org.mtlbench.api.method.EpochReport;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.method.Phase;
import org.mtlbench.api.method.Procedure;
import org.mtlbench.api.method.Session;
import org.mtlbench.api.task.Task;
import org.mtlbench.methods.stl.SingleTask;
import org.mtlbench.toolbox.config.ConfigBinder;
import org.mtlbench.toolbox.gradient.Backward;
import org.mtlbench.toolbox.initialisation.Initialiser;
import org.mtlbench.toolbox.search.SearchedTraining;

/**
 * Teachers first, one phase and one artefact a task, then the student: a search for lambda, and the
 * main training. The student is the cell's architecture; the teachers are its single-task networks,
 * trained as STL trains them, and teach with their trunk's feature: of a network with monitors the
 * trunk alone, not what it is mixed to.
 */
final class Kdmtl implements Procedure {
  private final KdmtlConfig config;
  private final DatasetFacts dataset;
  private final BlueprintSource blueprints;
  private final SearchedTraining searched;
  private final List<SingleTask> teachers = new ArrayList<>();
  private Student student;

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
      String name = teacherPhase(dataset.tasks().get(task));
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
  public void open(Session session) {
    for (int task = 0; task < dataset.tasks().size(); task++) {
      teachers.add(new SingleTask(task, config.teacher(), session));
    }
    StagedNetwork network = (StagedNetwork) session.network("network");
    Initialiser.apply(config.training().initialisation(), network, session, "network");
    Distillation distillation = Distillation.of(teachers().toList(), blueprints.of(), session);
    student = new Student(config, dataset.tasks(), network, distillation, Backward::run);
    for (Weight weight : distillation.weights()) {
      session.state().tensor("adaptors/" + weight.name(), weight.value());
    }
    student.optimiser().state("optimiser", session.state());
    student.adaptorOptimiser().state("adaptor-optimiser", session.state());
    searched.open(student, session);
  }

  @Override
  public void begin(Phase phase, Session session) {
    if (teacher(phase).isEmpty()) {
      searched.begin(phase, session);
    }
  }

  @Override
  public EpochReport epoch(Phase phase, int epoch, Session session) {
    OptionalInt teacher = teacher(phase);
    if (teacher.isPresent()) {
      return teachers.get(teacher.getAsInt()).epoch(phase, epoch, session);
    }
    EpochReport report = searched.epoch(phase, epoch, session);
    if (report.losses().length == 0) {
      return report;
    }
    return report.plusMeasures(Map.of("distillation", student.meanDistance()));
  }

  @Override
  public void end(Phase phase, Session session) {
    teacher(phase).ifPresent(task -> teachers.get(task).select());
  }

  @Override
  public Model artefact(Phase phase, Session session) {
    OptionalInt teacher = teacher(phase);
    return teacher.isPresent()
        ? teachers.get(teacher.getAsInt()).network()
        : searched.artefact(phase);
  }

  @Override
  public Model result(Session session) {
    return searched.result();
  }

  private static String teacherPhase(Task task) {
    return "teacher " + task.name();
  }

  private OptionalInt teacher(Phase phase) {
    List<String> names = dataset.tasks().stream().map(Kdmtl::teacherPhase).toList();
    int index = names.indexOf(phase.name());
    return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
  }

  /** The teachers, one a task. */
  Stream<StagedNetwork> teachers() {
    return teachers.stream().map(teacher -> (StagedNetwork) teacher.network());
  }

  /** The adaptors' weights. */
  List<Weight> adaptors() {
    return student.weights().stream().filter(w -> w.name().startsWith("adaptor")).toList();
  }
}
