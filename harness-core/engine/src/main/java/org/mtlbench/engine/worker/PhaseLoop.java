package org.mtlbench.engine.worker;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.mtlbench.engine.artefact.CellArtefacts;
import org.mtlbench.results.ArtefactRecord;
import org.mtlbench.results.ArtefactUse;
import org.mtlbench.results.PhaseRecord;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.event.EventWriter;
import org.mtlbench.spi.architecture.Model;
import org.mtlbench.spi.method.Artefact;
import org.mtlbench.spi.method.Phase;
import org.mtlbench.spi.method.Procedure;
import org.mtlbench.spi.method.Session;

/**
 * Takes a procedure through its phases. A phase whose artefact another cell has made is left out;
 * the time of its making is charged all the same.
 */
final class PhaseLoop {
  private final EventWriter events;
  private final TrainingProgress progress;
  private final CellArtefacts artefacts;

  /**
   * A loop that reports.
   *
   * @param events told of every epoch and phase
   * @param progress where it goes on; told of every epoch and phase that came to its end
   */
  PhaseLoop(EventWriter events, TrainingProgress progress, CellArtefacts artefacts) {
    this.events = events;
    this.progress = progress;
    this.artefacts = artefacts;
  }

  /**
   * What came out.
   *
   * @param seconds elapsed from opening the procedure to its result, with the time that artefacts
   *     took to make in the place of the time they took here
   */
  record Outcome(Model model, double seconds) {}

  Outcome run(Procedure procedure, List<Phase> phases, Session session) throws IOException {
    procedure.open(session);
    progress.restore();
    if (progress.resumed()) {
      events.write(resumed(phases));
    }
    PhaseTraining training = new PhaseTraining(procedure, session, events, progress);
    while (progress.phase() < phases.size()) {
      Phase phase = phases.get(progress.phase());
      PhaseRecord record =
          phase.artefact().isPresent()
              ? shared(phase, phase.artefact().get(), procedure, training, session)
              : training.run(phase).record();
      events.write(
          new Event.PhaseEnded(
              record.name(), record.epochs(), record.wallSeconds(), record.cpuSeconds()));
      progress.phaseEnded(record);
    }
    Model model = procedure.result(session);
    return new Outcome(model, Math.max(0, progress.watch().wallSeconds() + progress.charged()));
  }

  private Event resumed(List<Phase> phases) {
    if (progress.phase() < phases.size()) {
      return new Event.CellResumed(phases.get(progress.phase()).name(), progress.epochs());
    }
    Phase last = phases.get(phases.size() - 1);
    return new Event.CellResumed(last.name(), last.epochs());
  }

  private PhaseRecord shared(
      Phase phase, Artefact artefact, Procedure procedure, PhaseTraining training, Session session)
      throws IOException {
    try (CellArtefacts.Held held = artefacts.hold(artefact, session::checkStopped)) {
      Optional<ArtefactRecord> found = held.load(procedure.artefact(phase, session));
      if (found.isPresent()) {
        return reused(phase, found.get());
      }
      PhaseTraining.Trained trained = training.run(phase);
      held.save(trained.record(), trained.accuracy(), procedure.artefact(phase, session));
      return trained.record().sharing(new ArtefactUse(held.key(), false));
    }
  }

  /**
   * An earlier worker may have made it in this very training, and left before the next checkpoint;
   * then the cell has not been spared it.
   */
  private PhaseRecord reused(Phase phase, ArtefactRecord made) throws IOException {
    events.write(new Event.PhaseReused(phase.name(), made.key(), made.cell(), made.accuracy()));
    return new PhaseRecord(
        phase.name(),
        PhaseTraining.kind(phase.kind()),
        made.epochs(),
        made.wallSeconds(),
        made.cpuSeconds(),
        Optional.of(new ArtefactUse(made.key(), progress.paid(made) || !artefacts.madeBy(made))),
        phase.trains());
  }

  /** The plan of a phase as events show it. */
  static Event.PhasePlan planned(Phase phase) {
    return new Event.PhasePlan(phase.name(), PhaseTraining.kind(phase.kind()), phase.epochs());
  }
}
