package org.mtlbench.engine.checkpoint;

import ai.djl.ndarray.NDArray;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.mtlbench.api.method.StateRegistry;
import org.mtlbench.engine.plugins.Reasons;

/**
 * The state registered by a method, which can be copied to host memory and restored. A method may
 * register a new object under a name used before; the last one counts. Some state is registered
 * late, for example an optimiser's at the first update of a parameter: its saved content is kept
 * until then.
 */
public final class CheckpointedState implements StateRegistry {
  private final Map<String, NDArray> tensors = new LinkedHashMap<>();
  private final Map<String, Numbers> numbers = new LinkedHashMap<>();
  private final Map<String, HostTensor> waitingTensors = new LinkedHashMap<>();
  private final Map<String, double[]> waitingNumbers = new LinkedHashMap<>();
  private final Map<String, HostTensor> buffers = new HashMap<>();

  private record Numbers(Supplier<double[]> read, Consumer<double[]> restore) {}

  @Override
  public void tensor(String name, NDArray tensor) {
    check(name, numbers);
    tensors.put(name, tensor);
    HostTensor waiting = waitingTensors.remove(name);
    if (waiting != null) {
      if (!waiting.fits(tensor)) {
        throw new IllegalStateException(
            "state '" + name + "': a checkpoint contains " + waiting.shape() + ", not " + tensor);
      }
      waiting.writeTo(tensor);
    }
  }

  @Override
  public void numbers(String name, Supplier<double[]> read, Consumer<double[]> restore) {
    check(name, tensors);
    numbers.put(name, new Numbers(read, restore));
    double[] waiting = waitingNumbers.remove(name);
    if (waiting != null) {
      restore.accept(waiting);
    }
  }

  @Override
  public void forget(String prefix) {
    waitingTensors.keySet().removeIf(name -> name.startsWith(prefix));
    waitingNumbers.keySet().removeIf(name -> name.startsWith(prefix));
  }

  private static void check(String name, Map<String, ?> others) {
    if (others.containsKey(name)) {
      throw new IllegalArgumentException(
          "state '" + name + "': found a tensor and numbers, expected one of them under a name");
    }
  }

  /** Copies the current state. The next call reuses the memory of the copy. */
  public HostState capture() {
    Map<String, HostTensor> content = new LinkedHashMap<>(waitingTensors);
    tensors.forEach(
        (name, tensor) -> {
          HostTensor buffer =
              buffers.compute(
                  name,
                  (key, known) ->
                      known != null && known.fits(tensor) ? known : HostTensor.like(tensor));
          buffer.readFrom(tensor);
          content.put(name, buffer);
        });
    Map<String, double[]> values = new LinkedHashMap<>(waitingNumbers);
    numbers.forEach((name, each) -> values.put(name, each.read().get()));
    return new HostState(content, values);
  }

  /**
   * Restores the state. State that is not registered yet is restored on registration.
   *
   * @throws UnusableCheckpointException if a registered object is missing in the content, has
   *     another shape, or is rejected
   */
  public void restore(HostState content) throws UnusableCheckpointException {
    waitingTensors.putAll(content.tensors());
    waitingNumbers.putAll(content.numbers());
    for (Map.Entry<String, NDArray> entry : tensors.entrySet()) {
      HostTensor found = waitingTensors.remove(entry.getKey());
      if (found == null || !found.fits(entry.getValue())) {
        throw new UnusableCheckpointException("it does not contain '" + entry.getKey() + "'");
      }
      found.writeTo(entry.getValue());
    }
    for (Map.Entry<String, Numbers> entry : numbers.entrySet()) {
      double[] found = waitingNumbers.remove(entry.getKey());
      if (found == null) {
        throw new UnusableCheckpointException("it does not contain '" + entry.getKey() + "'");
      }
      try {
        entry.getValue().restore().accept(found.clone());
      } catch (RuntimeException e) {
        throw new UnusableCheckpointException(
            "the method rejected '" + entry.getKey() + "': " + Reasons.of(e));
      }
    }
  }
}
