package org.mtlbench.toolbox.optimiser;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.method.StateRegistry;
import org.mtlbench.toolbox.gradient.GradientMode;

/**
 * The state of every parameter that an optimiser has updated. A state is created at the parameter's
 * first update and then registered with all known registries.
 *
 * @param <S> the state of one parameter
 */
final class ParameterStates<S extends ParameterStates.State> {
  /** Optimiser state of one parameter. */
  interface State {
    /**
     * Registers the values for checkpoints.
     *
     * @param prefix prefix of all names
     */
    void register(String prefix, StateRegistry registry);

    /** Resets the state in place. */
    void reset();
  }

  private record Registration(String name, StateRegistry registry) {}

  private final Map<Parameter, S> states = new LinkedHashMap<>();
  private final List<Registration> registrations = new ArrayList<>();
  private final Function<Parameter, S> fresh;

  /**
   * @param fresh creates the initial state of a parameter
   */
  ParameterStates(Function<Parameter, S> fresh) {
    this.fresh = fresh;
  }

  /**
   * The state of a parameter; registered before it is returned, so that a registry can restore it.
   */
  S of(Parameter parameter) {
    S known = states.get(parameter);
    if (known != null) {
      return known;
    }
    S state = fresh.apply(parameter);
    states.put(parameter, state);
    registrations.forEach(r -> register(r, parameter, state));
    return state;
  }

  /** Registers all states, including those of later parameters. */
  void register(String name, StateRegistry registry) {
    Registration registration = new Registration(name, registry);
    registrations.add(registration);
    states.forEach((parameter, state) -> register(registration, parameter, state));
  }

  /** Resets the states of all parameters, including those not used yet. */
  void reset() {
    registrations.forEach(r -> r.registry().forget(r.name() + "."));
    states.values().forEach(State::reset);
  }

  private static void register(Registration registration, Parameter parameter, State state) {
    state.register(registration.name() + "." + parameter.name(), registration.registry());
  }

  /** Zeros of a parameter's shape, type and device, with the lifetime of the parameter. */
  static NDArray zeros(Parameter parameter) {
    NDArray zeros = parameter.value().zerosLike();
    NDScope.unregister(zeros);
    return zeros;
  }

  /** A scalar zero of a parameter's type and device, with the lifetime of the parameter. */
  static NDArray zero(Parameter parameter) {
    NDArray zero =
        parameter.value().getManager().zeros(new Shape(), parameter.value().getDataType());
    NDScope.unregister(zero);
    return zero;
  }

  /** Writes zeros; multiplying by 0 would keep NaN. */
  static void clear(NDArray array) {
    try (GradientMode off = GradientMode.off();
        NDArray zeros = array.zerosLike()) {
      zeros.copyTo(array);
    }
  }
}
