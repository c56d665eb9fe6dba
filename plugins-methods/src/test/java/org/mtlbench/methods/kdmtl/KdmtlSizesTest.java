package org.mtlbench.methods.kdmtl;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mtlbench.api.architecture.StagedNetwork;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.testkit.NetworkCase;
import org.mtlbench.testkit.PaperNetworks;
import org.mtlbench.testkit.PlainNetwork;
import org.mtlbench.testkit.TinyProblem;

/** Trainable parameters of what KDMTL trains, for the paper's networks with hard sharing. */
class KdmtlSizesTest {
  /** Student, a teacher, and the adaptors d * d + d of d = 50 and 32. */
  static Stream<Arguments> networks() {
    return Stream.of(
        Arguments.of(PaperNetworks.MULTI_MNIST, 22_350, 21_840, 2_550),
        Arguments.of(PaperNetworks.CIFAR10_MNIST, 42_740, 42_410, 1_056));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void networksMatchPaperSizes(NetworkCase parts, long student, long teacher, long adaptor) {
    try (NDManager manager = NDManager.newBaseManager()) {
      Randomness random = new Randomness(3);
      List<StagedNetwork> teachers =
          IntStream.range(0, 2)
              .<StagedNetwork>mapToObj(
                  task -> PlainNetwork.of(parts.onlyTasks(task), manager, random.part("t" + task)))
              .toList();
      Distillation distillation =
          Distillation.of(teachers, parts.blueprint(), new TinyProblem(manager, 3));

      assertThat(PlainNetwork.of(parts, manager, random).parameterCount()).isEqualTo(student);
      assertThat(teachers).allMatch(network -> network.parameterCount() == teacher);
      assertThat(distillation.parameters()).hasSize(4).allMatch(Parameter::trainable);
      assertThat(distillation.parameters().stream().mapToLong(Parameter::size).sum())
          .isEqualTo(2 * adaptor);
    }
  }
}
