package org.mtlbench.toolbox.optimiser;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.mtlbench.api.architecture.Weight;
import org.mtlbench.api.method.StateRegistry;
import org.mtlbench.toolbox.gradient.GradientMode;

/**
 * The state of every weight that an optimiser has met, each made when its weight is first met and
 * told then to every registry known so far.
 *
 * @param <S> the state of one weight
 */
final class WeightStates<S extends WeightStates.State> {
  /** What an optimiser remembers of one weight. */
  interface State {
    /**
     * Registers what a checkpoint must hold.
     *
     * @param prefix of all names
     */
    void register(String prefix, StateRegistry registry);

    /** Back to the state of a weight that has not moved, in place. */
    void reset();
  }

  private record Registration(String name, StateRegistry registry) {}

  private final Map<Weight, S> states = new LinkedHashMap<>();
  private final List<Registration> registrations = new ArrayList<>();
  private final Function<Weight, S> fresh;

  /**
   * @param fresh the state of a weight that has not moved
   */
  WeightStates(Function<Weight, S> fresh) {
    this.fresh = fresh;
  }

  /** The state of a weight; registered before it is returned, so that a registry can restore it. */
  S of(Weight weight) {
    S known = states.get(weight);
    if (known != null) {
      return known;
    }
    S state = fresh.apply(weight);
    states.put(weight, state);
    registrations.forEach(r -> register(r, weight, state));
    return state;
  }

  /** Registers all states, those of weights met later too. */
  void register(String name, StateRegistry registry) {
    Registration registration = new Registration(name, registry);
    registrations.add(registration);
    states.forEach((weight, state) -> register(registration, weight, state));
  }

  /** Resets the states of all weights, those not met yet too. */
  void reset() {
    registrations.forEach(r -> r.registry().forget(r.name() + "."));
    states.values().forEach(State::reset);
  }

  private static void register(Registration registration, Weight weight, State state) {
    state.register(registration.name() + "." + weight.name(), registration.registry());
  }

  /** Zeros of a weight's shape, type and device that live as long as the weight. */
  static NDArray zeros(Weight weight) {
    NDArray zeros = weight.value().zerosLike();
    NDScope.unregister(zeros);
    return zeros;
  }

  /** A zero of a weight's type and device that lives as long as the weight. */
  static NDArray zero(Weight weight) {
    NDArray zero = weight.value().getManager().zeros(new Shape(), weight.value().getDataType());
    NDScope.unregister(zero);
    return zero;
  }

  /** Writes zeros, whatever was there; a product with 0 would keep what is not a number. */
  static void clear(NDArray array) {
    try (GradientMode off = GradientMode.off();
        NDArray zeros = array.zerosLike()) {
      zeros.copyTo(array);
    }
  }
}
