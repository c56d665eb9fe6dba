package org.mtlbench.engine.matrix;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlbench.api.config.Problem;
import org.mtlbench.toolbox.config.Default;
import org.mtlbench.toolbox.config.Expected;

/**
 * A Pareto study: one method with many preference vectors, each of which becomes a method of the
 * matrix.
 *
 * @param method the method; its label, if it has one, precedes the vectors in labels
 * @param key its config key of the preference vector
 * @param vectors the vectors
 */
public record StudySpec(
    @Expected("a method") MethodEntry method,
    @Default("\"k\"") @Expected("the config key of the preference vector") String key,
    @Expected(PreferenceVectors.FORMS) PreferenceVectors vectors) {
  /** The methods of the study, labelled {@code k = (0.01, 0.8, 0.19)}, in the order of vectors. */
  List<MethodEntry> methods() {
    return vectors.vectors().stream().map(this::method).toList();
  }

  private MethodEntry method(PreferenceVector vector) {
    ObjectNode config = method.config().deepCopy();
    ArrayNode components = config.putArray(key);
    vector.components().forEach(components::add);
    String label = key + " = " + vector;
    return new MethodEntry(
        method.at(),
        method.id(),
        Optional.of(method.label().map(own -> own + ", " + label).orElse(label)),
        method.note(),
        config,
        method.overrides());
  }

  /** The problems of a method that sets the key of the preference vector itself. */
  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    reject(method.config(), method.at(), problems);
    method.overrides().forEach(o -> reject(o.config(), o.at(), problems));
    return problems;
  }

  private void reject(ObjectNode config, String at, List<Problem> problems) {
    if (config.has(key)) {
      problems.add(
          Problem.of(
              at + ".config." + key,
              config.get(key),
              "nothing, since the vectors of the study set it"));
    }
  }
}
