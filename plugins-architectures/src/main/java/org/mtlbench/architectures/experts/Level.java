package org.mtlbench.architectures.experts;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.toolbox.network.Chain;

/**
 * The experts and gates of a level.
 *
 * @param shared experts combined by the gates of all tasks
 * @param own task-specific experts of each task
 * @param gates one per task
 * @param sharedGate combines all experts as the input of the next level's shared experts; empty in
 *     the last level
 */
record Level(
    List<Chain> shared, List<List<Chain>> own, List<Gate> gates, Optional<Gate> sharedGate) {
  Level {
    shared = List.copyOf(shared);
    own = own.stream().map(List::copyOf).toList();
    gates = List.copyOf(gates);
  }

  Stream<Parameter> parameters() {
    return Stream.of(
            shared.stream(),
            own.stream().flatMap(List::stream),
            gates.stream().map(Gate::logits),
            sharedGate.stream().map(Gate::logits))
        .flatMap(part -> part)
        .flatMap(chain -> chain.parameters().stream());
  }
}
