package org.mtlbench.api.phase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.training.Schedule;
import org.mtlbench.api.training.ScheduleKind;

class PhaseTest {
  private static Phase phase(double budget) {
    return Phase.of("train", Phase.Kind.MAIN, 100, 1, new Budget(budget));
  }

  @Test
  void budgetRoundsToAtLeastOneEpoch() {
    assertThat(phase(1).epochs()).isEqualTo(100);
    assertThat(phase(0.126).epochs()).isEqualTo(13);
    assertThat(phase(1e-9).epochs()).isEqualTo(1);
    assertThatThrownBy(() -> new Budget(0)).hasMessageContaining("found 0.0, expected");
    assertThatThrownBy(() -> new Budget(Double.NaN)).hasMessageContaining("found NaN");
  }

  @Test
  void schedulesUseProtocolEpochs() {
    Schedule everyThirty = new Schedule(ScheduleKind.STEP, 1e-2, 0.5, 30, 30);
    assertThat(everyThirty.rate(phase(1), 30)).isEqualTo(1e-2);
    assertThat(everyThirty.rate(phase(1), 31)).isEqualTo(5e-3);
    assertThat(everyThirty.rate(phase(1), 100)).isEqualTo(1.25e-3);
    // stretched: epoch 4 of 10 stands where epoch 31 of 100 does
    assertThat(everyThirty.rate(phase(0.1), 3)).isEqualTo(1e-2);
    assertThat(everyThirty.rate(phase(0.1), 4)).isEqualTo(5e-3);
    assertThat(new Schedule(ScheduleKind.CONSTANT, 0.3, 1, 1, 1).rate(phase(1), 77)).isEqualTo(0.3);
  }

  @Test
  void allowsEarlyFirstDecay() {
    // the authors' single-task schedule: halved after epochs 1, 31, 61 and 91
    Schedule early = new Schedule(ScheduleKind.STEP, 1, 0.5, 1, 30);
    assertThat(early.rate(phase(1), 1)).isEqualTo(1);
    assertThat(early.rate(phase(1), 2)).isEqualTo(0.5);
    assertThat(early.rate(phase(1), 31)).isEqualTo(0.5);
    assertThat(early.rate(phase(1), 32)).isEqualTo(0.25);
    assertThat(early.rate(phase(1), 62)).isEqualTo(0.125);
    assertThat(early.rate(phase(1), 92)).isCloseTo(0.0625, within(1e-15));
  }

  @Test
  void takesAtMostOneStepBetweenEpochs() {
    // twelve halvings of the protocol in three epochs
    Schedule often = new Schedule(ScheduleKind.STEP, 1, 0.5, 8, 8);
    assertThat(often.steps(100)).isEqualTo(12);
    Phase three = phase(0.03).withRateSteps(often.steps(100));
    assertThat(IntStream.rangeClosed(1, 3).mapToDouble(e -> often.rate(three, e)))
        .containsExactly(1.0, 0.5, 0.25);
    assertThat(three.omittedRateSteps()).isEqualTo(10);
    assertThat(phase(1).withRateSteps(12).omittedRateSteps()).isZero();
    assertThat(phase(0.13).withRateSteps(12).omittedRateSteps()).isZero();
  }

  @Test
  void countsScheduleStepsOfProtocol() {
    Schedule schedule = new Schedule(ScheduleKind.STEP, 1, 0.5, 1, 30);
    assertThat(schedule.steps(1)).isZero();
    assertThat(schedule.steps(2)).isEqualTo(1);
    assertThat(schedule.steps(31)).isEqualTo(1);
    assertThat(schedule.steps(100)).isEqualTo(4);
    assertThat(new Schedule(ScheduleKind.STEP, 1, 1, 1, 30).steps(100)).as("factor 1").isZero();
    assertThat(new Schedule(ScheduleKind.CONSTANT, 1, 1, 1, 1).steps(100)).isZero();
  }

  @Test
  void cosineDecaysTowardsZeroOverPhase() {
    Schedule cosine = new Schedule(ScheduleKind.COSINE, 0.4, 1, 1, 1);
    Phase four = new Phase("train", Phase.Kind.MAIN, 4, 100, 1);
    assertThat(cosine.rate(four, 1)).isEqualTo(0.4);
    assertThat(cosine.rate(four, 2)).isCloseTo(0.2 * (1 + Math.sqrt(0.5)), within(1e-15));
    assertThat(cosine.rate(four, 3)).isCloseTo(0.2, within(1e-15));
    assertThat(cosine.rate(four, 4)).isCloseTo(0.2 * (1 - Math.sqrt(0.5)), within(1e-15));
  }

  @Test
  void sumsEpochsPerReportedNetwork() {
    Phase search = new Phase("search", Phase.Kind.SEARCH, 3, 3, 1);
    Phase main = new Phase("main", Phase.Kind.MAIN, 10, 10, 1);
    assertThat(Phase.reportedEpochs(List.of(search, main))).isEqualTo(10);
    assertThat(Phase.reportedEpochs(List.of(search.trainingNetwork(), main))).isEqualTo(13);
    assertThat(Phase.reportedEpochs(List.of(main.training("left"), main.training("right"))))
        .isEqualTo(10);
    assertThat(main.asSearch("trial 1/2: main").trains()).isEmpty();
  }

  @Test
  void accumulatesMultiplyAddsAndKeepsArtefact() {
    Artefact teacher = new Artefact("teacher", JsonNodeFactory.instance.objectNode());
    Phase phase = phase(1).adding(10).making(teacher).adding(5);
    assertThat(phase.addedMultiplyAdds()).isEqualTo(15);
    assertThat(phase.artefact()).contains(teacher);
    assertThat(phase(1).artefact()).isEmpty();
    assertThatThrownBy(() -> phase(1).adding(-1)).hasMessageContaining("found -1.0 multiply-adds");
  }

  @Test
  void artefactConfigIsImmutable() {
    ObjectNode config = JsonNodeFactory.instance.objectNode().put("epochs", 1);
    Artefact artefact = new Artefact("teacher", config);
    config.put("epochs", 2);
    assertThat(artefact.config().get("epochs").intValue()).isEqualTo(1);
    assertThatThrownBy(() -> new Artefact(" ", config)).hasMessageContaining("must not be blank");
  }
}
