package org.mtlbench.engine.matrix;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.mtlbench.api.config.Problem;
import org.mtlbench.toolbox.config.Default;
import org.mtlbench.toolbox.config.Expected;

/**
 * One method with many preference vectors.
 *
 * @param method the method; its label, if it has one, precedes the vectors in labels
 * @param key its config key of the preference vector
 * @param vectors the vectors
 */
public record PreferenceStudy(
    @Expected("a method") MethodEntry method,
    @Default("\"k\"") @Expected("the config key of the preference vector") String key,
    @Expected(PreferenceVectors.FORMS + "; for a sweep of other keys, values in place of vectors")
        PreferenceVectors vectors)
    implements StudySpec {
  /** The methods of the study, labelled {@code k = (0.01, 0.8, 0.19)}, in the order of vectors. */
  @Override
  public List<MethodEntry> methods() {
    return vectors.vectors().stream().map(this::method).toList();
  }

  private MethodEntry method(PreferenceVector vector) {
    ObjectNode config = JsonNodeFactory.instance.objectNode();
    ArrayNode components = config.putArray(key);
    vector.components().forEach(components::add);
    String label = key + " = " + vector;
    return method.with(method.label().map(own -> own + ", " + label).orElse(label), config);
  }

  @Override
  public List<Problem> problems() {
    return method.problemsOfKeys(Set.of(key), "the vectors of the study set it");
  }
}
