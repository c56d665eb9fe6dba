package org.mtlbench.engine.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mtlbench.api.config.InvalidConfigException;

/**
 * A value that replaces one of a matrix file, written {@code training.epochs=26} or {@code
 * methods[2].config.learning-rate=0.001}. Missing mappings on the way are created, and a plugin
 * that is given by its id only becomes a mapping with that id.
 *
 * @param text the setting as written
 * @param path keys and list indices, in order
 * @param value the value, as in a YAML file
 */
public record Setting(String text, List<Object> path, JsonNode value) {
  /** The option that takes settings. */
  public static final String OPTION = "--set";

  private static final String FORM = "PATH=VALUE, for example training.epochs=26 or seeds=[0,1,2]";
  private static final Pattern SEGMENT =
      Pattern.compile("([A-Za-z][A-Za-z0-9-]*)((\\[\\d{1,6}])*)");
  private static final Pattern INDEX = Pattern.compile("\\[(\\d+)]");

  /** Makes a defensive copy of the path. */
  public Setting {
    path = List.copyOf(path);
  }

  /**
   * Parses a setting.
   *
   * @throws InvalidConfigException if it is not of the form {@code PATH=VALUE}, or the value is not
   *     YAML
   */
  public static Setting parse(String text) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw new InvalidConfigException(OPTION, "'" + text + "'", FORM);
    }
    List<Object> path = new ArrayList<>();
    for (String part : text.substring(0, equals).split("\\.", -1)) {
      Matcher segment = SEGMENT.matcher(part);
      if (!segment.matches()) {
        throw new InvalidConfigException(OPTION, "'" + text + "'", FORM);
      }
      path.add(segment.group(1));
      INDEX
          .matcher(segment.group(2))
          .results()
          .forEach(index -> path.add(Integer.valueOf(index.group(1))));
    }
    String value = text.substring(equals + 1);
    return new Setting(
        text,
        path,
        value.isBlank()
            ? JsonNodeFactory.instance.textNode(value)
            : MatrixText.parse(OPTION + " " + text.substring(0, equals), value).tree());
  }

  /**
   * Sets the value in a matrix.
   *
   * @throws InvalidConfigException if the path leads through a value that is neither a mapping nor
   *     a list, or to an index that the list does not have
   */
  void apply(ObjectNode matrix) {
    JsonNode parent = matrix;
    String at = "";
    for (int i = 0; i < path.size(); i++) {
      boolean last = i == path.size() - 1;
      if (path.get(i) instanceof Integer index) {
        if (!(parent instanceof ArrayNode list) || index >= list.size()) {
          throw new InvalidConfigException(OPTION, "'" + text + "'", allowed(at, parent));
        }
        if (last) {
          list.set(index, value);
        } else {
          list.set(index, opened(list.get(index), path.get(i + 1)));
          parent = list.get(index);
        }
        at += "[" + index + "]";
      } else {
        String key = (String) path.get(i);
        if (!(parent instanceof ObjectNode mapping)) {
          throw new InvalidConfigException(OPTION, "'" + text + "'", allowed(at, parent));
        }
        if (last) {
          mapping.set(key, value);
        } else {
          mapping.set(key, opened(mapping.path(key), path.get(i + 1)));
          parent = mapping.get(key);
        }
        at += at.isEmpty() ? key : "." + key;
      }
    }
  }

  /** The value on the way to the next segment: a mapping if that is a key and there is none yet. */
  private static JsonNode opened(JsonNode found, Object next) {
    if (!(next instanceof String)) {
      return found;
    }
    if (found.isTextual()) {
      return JsonNodeFactory.instance.objectNode().set("id", found);
    }
    return found.isMissingNode() || found.isNull() ? JsonNodeFactory.instance.objectNode() : found;
  }

  private static String allowed(String at, JsonNode found) {
    String place = at.isEmpty() ? "the matrix" : at;
    if (found instanceof ArrayNode list) {
      return list.isEmpty()
          ? "another path: " + place + " is an empty list"
          : "an index of " + place + " from [0] to [" + (list.size() - 1) + "]";
    }
    return found.isObject()
        ? "a key after " + place + ", which is a mapping"
        : "another path: "
            + place
            + " is "
            + (found.isMissingNode() ? "missing" : "a single value");
  }
}
