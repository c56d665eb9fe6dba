package org.mtlbench.results;

import java.util.Map;
import java.util.Optional;

/** The measures of epochs and cells that reports interpret; all others are only listed by name. */
public enum Measure {
  /** Fraction of zero neuron rows, 0 to 1. */
  SR("sr"),
  /** Largest fraction of zero neuron rows allowed in a layer, 0 to 1. */
  CAP("cap"),
  /** 1 for a layer in which the cap determined the number of zero rows, otherwise 0. */
  CAP_BINDING("cap-binding"),
  /** The sparsity objective L_0 of the validated model, at least 0. */
  SPARSITY_OBJECTIVE("l0"),
  /** 1 if the sparsity rate of the model is at least the minimum of its config, otherwise 0. */
  TARGET_SPARSITY_MET("target-sparsity-met");

  private final String id;

  Measure(String id) {
    this.id = id;
  }

  /** The name in events and records. */
  public String id() {
    return id;
  }

  /** The name in events and records for a layer or a component. */
  public String id(String part) {
    return id + "." + part;
  }

  /** The value of the measure; absent if it was not recorded. */
  public Optional<Double> find(Map<String, Double> measures) {
    return Optional.ofNullable(measures.get(id));
  }

  /** The value for a layer or a component; absent if it was not recorded. */
  public Optional<Double> find(Map<String, Double> measures, String part) {
    return Optional.ofNullable(measures.get(id(part)));
  }
}
