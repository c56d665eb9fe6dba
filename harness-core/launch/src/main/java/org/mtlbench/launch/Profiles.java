package org.mtlbench.launch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.toolbox.config.ConfigBinder;

/**
 * The profiles of a user's clusters, a YAML file:
 *
 * <pre>
 * small: {partition: short, time: "1:00:00"}
 * gpu:
 *   partition: gpu
 *   gpus: "1"
 *   prologue: [module load cuda/12.4]
 * </pre>
 */
public final class Profiles {
  private Profiles() {}

  /** The file in the user's configuration folder. */
  public static Path defaultFile() {
    String base = System.getenv("XDG_CONFIG_HOME");
    Path folder =
        base == null || base.isBlank()
            ? Path.of(System.getProperty("user.home"), ".config")
            : Path.of(base);
    return folder.resolve("mtlbench").resolve("clusters.yaml");
  }

  /**
   * The resources of a run.
   *
   * @param file the file of profiles
   * @param profile name of the profile; empty for none
   * @param overrides entries {@code KEY=VALUE}, which replace those of the profile; a list is
   *     written as YAML
   * @throws InvalidConfigException if there is no such file or profile, or an entry is invalid
   */
  public static Resources read(Path file, Optional<String> profile, List<String> overrides) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    profile.ifPresent(name -> tree.setAll(profile(file, name)));
    YAMLMapper yaml = mapper();
    for (String override : overrides) {
      int equals = override.indexOf('=');
      if (equals < 1) {
        throw new InvalidConfigException(
            "--resource", "'" + override + "'", "KEY=VALUE, for example partition=short");
      }
      String key = override.substring(0, equals);
      tree.set(key, value(yaml, key, override.substring(equals + 1)));
    }
    String path = profile.map(name -> file + ": " + name).orElse("--resource");
    return ConfigBinder.bind(Resources.NONE, tree, path);
  }

  /** Lists and whole numbers of numeric keys are parsed; everything else is text. */
  private static JsonNode value(YAMLMapper yaml, String key, String text) {
    JsonNode usual = ConfigBinder.toTree(Resources.NONE).path(key);
    if (!usual.isArray() && !usual.isNumber()) {
      return JsonNodeFactory.instance.textNode(text);
    }
    try {
      JsonNode parsed = yaml.readTree(text);
      return usual.isArray() && !parsed.isArray()
          ? JsonNodeFactory.instance.arrayNode().add(text)
          : parsed;
    } catch (JsonProcessingException e) {
      throw new InvalidConfigException("--resource", "'" + key + "=" + text + "'", "YAML");
    }
  }

  private static ObjectNode profile(Path file, String name) {
    JsonNode all;
    try {
      all = mapper().readTree(Files.readString(file));
    } catch (JsonProcessingException e) {
      throw new InvalidConfigException(
          file.toString(), "not YAML (" + e.getOriginalMessage() + ")", "profiles in YAML");
    } catch (IOException e) {
      throw new InvalidConfigException(
          "--profile",
          "'" + name + "', but " + file + " cannot be read",
          "a profile in that file, or in the one named by --clusters");
    }
    List<String> names = new ArrayList<>();
    all.fieldNames().forEachRemaining(names::add);
    if (!(all.get(name) instanceof ObjectNode found)) {
      throw new InvalidConfigException(
          "--profile",
          "'" + name + "'",
          names.isEmpty() ? "a profile in " + file : "one of " + String.join(", ", names));
    }
    return found;
  }

  private static YAMLMapper mapper() {
    return YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY).build();
  }
}
