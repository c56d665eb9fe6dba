package org.mtlbench.results.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.mtlbench.results.CellStatus;
import org.mtlbench.results.PhaseKind;
import org.mtlbench.results.check.Check;
import org.mtlbench.results.score.Scores;
import org.mtlbench.results.score.TaskValues;

/**
 * A step of a cell's life; one JSON object a line, told apart by its key {@code event}. A cell that
 * is run again goes on in the same file, with another {@link CellStarted}, or with {@link
 * CellResumed} if it goes on from a checkpoint.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Event.CellStarted.class, name = "cell-started"),
  @JsonSubTypes.Type(value = Event.CellResumed.class, name = "cell-resumed"),
  @JsonSubTypes.Type(value = Event.Warned.class, name = "warned"),
  @JsonSubTypes.Type(value = Event.EpochEnded.class, name = "epoch-ended"),
  @JsonSubTypes.Type(value = Event.PhaseReused.class, name = "phase-reused"),
  @JsonSubTypes.Type(value = Event.PhaseEnded.class, name = "phase-ended"),
  @JsonSubTypes.Type(value = Event.CellEnded.class, name = "cell-ended")
})
public sealed interface Event {
  /** The version of the events' JSON that this program writes; it reads version 1 as well. */
  int SCHEMA = 2;

  /**
   * A worker began.
   *
   * @param schema version of this and the following lines, {@value Event#SCHEMA}
   * @param id the cell's id
   * @param phases what it is going to do, in order
   */
  record CellStarted(int schema, String id, List<PhasePlan> phases) implements Event {
    /** Checks the id and keeps a copy of the list. */
    public CellStarted {
      Check.schema(schema, SCHEMA);
      Check.id("id", id);
      phases = List.copyOf(phases);
    }

    /** An event of the current version. */
    public CellStarted(String id, List<PhasePlan> phases) {
      this(SCHEMA, id, phases);
    }
  }

  /**
   * A worker goes on from a checkpoint. What an earlier worker reported after the checkpoint is no
   * longer in the file: it is done again.
   *
   * @param phase the phase's name
   * @param epoch the last one of it that is done, counted from 1; 0 if the phase is about to begin
   */
  record CellResumed(String phase, int epoch) implements Event {
    /** Checks the ranges. */
    public CellResumed {
      Check.text("phase", phase);
      Check.atLeast("epoch", 0, epoch);
    }
  }

  /**
   * Something a user should know that changes no result.
   *
   * @param sentence one line
   */
  record Warned(String sentence) implements Event {
    /** Checks that there is a text. */
    public Warned {
      Check.text("sentence", sentence);
    }
  }

  /**
   * A phase that is going to be trained.
   *
   * @param name the method's name for it
   * @param kind what its time counts as
   * @param epochs epochs planned, repetitions included, at least 0
   */
  record PhasePlan(String name, PhaseKind kind, int epochs) {
    /** Checks the range. */
    public PhasePlan {
      Check.text("name", name);
      Objects.requireNonNull(kind, "kind");
      Check.atLeast("epochs", 0, epochs);
    }
  }

  /**
   * An epoch was trained and measured.
   *
   * @param phase the phase's name
   * @param epoch counted from 1
   * @param epochs of the phase
   * @param losses mean training loss per task; a loss that is not finite is left out
   * @param scores every metric of every task on validation; empty if not measured
   * @param selection what the choice of the epoch to keep maximises, where it was measured: the
   *     mean of the primary metrics if all tasks have the same one, otherwise their mean skill
   * @param measures further finite numbers by name, in the method's order; {@code sr} and {@code
   *     cap} are the share of zero rows and the largest share allowed at this epoch, 0 to 1
   * @param seconds elapsed, evaluation included
   * @param best whether it is the one to keep so far
   * @param learningRate in use during the epoch, where there is one
   */
  // Files written before the key was dropped hold it.
  @JsonIgnoreProperties("eligible")
  record EpochEnded(
      String phase,
      int epoch,
      int epochs,
      TaskValues losses,
      Scores scores,
      Optional<Double> selection,
      Map<String, Double> measures,
      double seconds,
      boolean best,
      Optional<Double> learningRate)
      implements Event {
    /** Checks the ranges. */
    public EpochEnded {
      Check.text("phase", phase);
      Check.atLeast("epoch", 1, epoch);
      Check.atLeast("epochs", epoch, epochs);
      Objects.requireNonNull(losses, "losses");
      Objects.requireNonNull(scores, "scores");
      selection.ifPresent(value -> Check.finite("selection", value));
      measures = Check.ordered(measures);
      measures.forEach(Check::finite);
      Check.notNegative("seconds", seconds);
      learningRate.ifPresent(value -> Check.notNegative("learning-rate", value));
    }

    /** Share of zero rows, 0 to 1, where the method prunes. */
    public Optional<Double> sr() {
      return Optional.ofNullable(measures.get("sr"));
    }

    /** Largest share of zero rows allowed at this epoch, 0 to 1, where the method has a cap. */
    public Optional<Double> cap() {
      return Optional.ofNullable(measures.get("cap"));
    }
  }

  /**
   * A phase was left out, since another cell had made its artefact; {@link PhaseEnded} follows with
   * the epochs and times of its making.
   *
   * @param phase the phase's name
   * @param artefact the artefact's key
   * @param cell id of the cell that made it
   * @param scores on validation, of each task it was trained for
   */
  record PhaseReused(String phase, String artefact, String cell, Scores scores) implements Event {
    /** Checks the names. */
    public PhaseReused {
      Check.text("phase", phase);
      Check.id("artefact", artefact);
      Check.id("cell", cell);
      Objects.requireNonNull(scores, "scores");
    }
  }

  /**
   * A phase came to its end.
   *
   * @param phase the phase's name
   * @param epochs trained in it
   * @param wallSeconds elapsed
   * @param cpuSeconds processor time of the worker, all threads
   */
  record PhaseEnded(String phase, int epochs, double wallSeconds, double cpuSeconds)
      implements Event {
    /** Checks the ranges. */
    public PhaseEnded {
      Check.text("phase", phase);
      Check.atLeast("epochs", 0, epochs);
      Check.notNegative("wall-seconds", wallSeconds);
      Check.notNegative("cpu-seconds", cpuSeconds);
    }
  }

  /**
   * The cell came to its end.
   *
   * @param status how
   * @param reason why it is not done; absent exactly when it is
   */
  record CellEnded(CellStatus status, Optional<String> reason) implements Event {
    /** Checks that status and reason agree. */
    public CellEnded {
      Objects.requireNonNull(status, "status");
      if (reason.isPresent() == (status == CellStatus.DONE)) {
        throw new IllegalArgumentException(
            "reason: "
                + reason.orElse("none")
                + " is not allowed for a cell that is "
                + status.word());
      }
    }

    /** The end of a cell that is done. */
    public static CellEnded done() {
      return new CellEnded(CellStatus.DONE, Optional.empty());
    }
  }
}
