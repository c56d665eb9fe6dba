package org.mtlbench.results.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.mtlbench.results.CellStatus;
import org.mtlbench.results.Measure;
import org.mtlbench.results.PhaseKind;
import org.mtlbench.results.check.Check;
import org.mtlbench.results.score.Scores;
import org.mtlbench.results.score.TaskValues;

/**
 * An event in the training of a cell: one JSON object per line, with the key {@code event} as
 * discriminator. When a cell is run again, its events are appended to the same file, starting with
 * another {@link CellStarted}, or with {@link CellResumed} if it resumes from a checkpoint.
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
  /** The current version of the events' JSON; version 1 can be read as well. */
  int SCHEMA = 2;

  /**
   * A worker started.
   *
   * @param schema version of this and the following lines, {@value Event#SCHEMA}
   * @param id id of the cell
   * @param phases the planned phases, in order
   */
  record CellStarted(int schema, String id, List<PhasePlan> phases) implements Event {
    /** Checks the id and makes a defensive copy of the list. */
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
   * A worker resumed from a checkpoint. Events after the checkpoint have been removed from the
   * file, since the work is repeated.
   *
   * @param phase name of the phase
   * @param epoch last finished epoch of the phase, counted from 1; 0 if the phase has not started
   */
  record CellResumed(String phase, int epoch) implements Event {
    /** Checks the ranges. */
    public CellResumed {
      Check.text("phase", phase);
      Check.atLeast("epoch", 0, epoch);
    }
  }

  /**
   * A warning that does not affect the result.
   *
   * @param sentence one line
   */
  record Warned(String sentence) implements Event {
    /** Checks that the text is not blank. */
    public Warned {
      Check.text("sentence", sentence);
    }
  }

  /**
   * A planned phase.
   *
   * @param name the method's name for the phase
   * @param kind to which its time is attributed
   * @param epochs planned epochs, repetitions included, at least 0
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
   * An epoch was trained and evaluated.
   *
   * @param phase name of the phase
   * @param epoch counted from 1
   * @param epochs number of epochs of the phase
   * @param losses mean training loss per task; NaN and infinite losses are omitted
   * @param scores every metric of every task on validation; empty if not evaluated
   * @param selection score by which the model is selected, if evaluated: the mean of the primary
   *     metrics if all tasks have the same one, otherwise their mean skill
   * @param measures further finite numbers by name, in the method's order; {@code sr} is the share
   *     of zero rows and {@code cap} the largest share allowed at this epoch, 0 to 1
   * @param seconds elapsed time, evaluation included
   * @param best whether this is the best epoch so far
   * @param learningRate learning rate of the epoch, if there is one
   */
  // Older files contain this key.
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

    /** Fraction of zero neuron rows, 0 to 1; absent if the method does not prune. */
    public Optional<Double> sr() {
      return Measure.SR.find(measures);
    }

    /**
     * Largest fraction of zero rows allowed in a layer in this epoch, 0 to 1; absent if there is no
     * limit.
     */
    public Optional<Double> cap() {
      return Measure.CAP.find(measures);
    }
  }

  /**
   * A phase was skipped because another cell has already made its artefact; {@link PhaseEnded}
   * follows with the epochs and times of making it.
   *
   * @param phase name of the phase
   * @param artefact key of the artefact
   * @param cell id of the cell that made it
   * @param scores validation scores of each task it was trained for
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
   * A phase ended.
   *
   * @param phase name of the phase
   * @param epochs epochs trained
   * @param wallSeconds elapsed time
   * @param cpuSeconds processor time of the worker over all threads
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
   * The cell ended.
   *
   * @param status how it ended
   * @param reason why it is not done; absent if and only if it is done
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

    /** The event of a finished cell. */
    public static CellEnded done() {
      return new CellEnded(CellStatus.DONE, Optional.empty());
    }
  }
}
