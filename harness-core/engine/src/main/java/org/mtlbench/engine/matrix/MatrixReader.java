package org.mtlbench.engine.matrix;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.engine.preset.Preset;
import org.mtlbench.engine.preset.Presets;
import org.mtlbench.toolbox.config.Nearest;

/** Reads matrix files and presets. */
public final class MatrixReader {
  private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");

  private MatrixReader() {}

  /**
   * Reads a matrix file; its extension determines whether it is YAML or JSON.
   *
   * @return the spec, with the problems of its form; the planner rejects these together with its
   *     own
   * @throws InvalidConfigException if the file is missing or cannot be parsed
   */
  public static MatrixSpec read(Path file) {
    return read(file, List.of());
  }

  /**
   * Reads a matrix file with values replaced.
   *
   * @return the spec, as in {@link #read(Path)}
   * @throws InvalidConfigException as there, or if a setting does not fit the matrix
   */
  public static MatrixSpec read(Path file, List<Setting> settings) {
    String source = file.toString();
    if (!Files.exists(file)) {
      throw new InvalidConfigException(source, "no file", "a matrix file");
    }
    if (!Files.isRegularFile(file)) {
      throw new InvalidConfigException(
          source, Files.isDirectory(file) ? "a folder" : "not a regular file", "a matrix file");
    }
    String name = source.toLowerCase(Locale.ROOT);
    if (ENDINGS.stream().noneMatch(name::endsWith)) {
      throw new InvalidConfigException(
          source, "an unknown extension", "a file ending in " + String.join(", ", ENDINGS));
    }
    return MatrixParser.parse(MatrixText.parse(source, text(file)).with(settings));
  }

  /**
   * Reads a matrix in YAML or JSON.
   *
   * @return the spec, as in {@link #read(Path)}
   * @throws InvalidConfigException if it is not YAML, or too large
   */
  public static MatrixSpec parse(String yaml) {
    if (yaml.length() > MatrixText.MAX_BYTES) {
      throw new InvalidConfigException(
          "matrix",
          yaml.length() + " characters",
          "a matrix of at most " + MatrixText.MAX_BYTES + " characters");
    }
    return MatrixParser.parse(MatrixText.parse("matrix", yaml));
  }

  /** Reads a matrix from a tree; the result is as in {@link #read(Path)}. */
  public static MatrixSpec of(ObjectNode tree) {
    return MatrixParser.parse(new MatrixText(tree.deepCopy(), List.of()));
  }

  /**
   * Reads a preset.
   *
   * @throws InvalidConfigException if there is no such preset
   */
  public static MatrixSpec preset(String name) {
    return preset(name, List.of());
  }

  /**
   * Reads a preset with values replaced.
   *
   * @throws InvalidConfigException if there is no such preset, or a setting does not fit it
   */
  public static MatrixSpec preset(String name, List<Setting> settings) {
    if (!Presets.names().contains(name)) {
      throw new InvalidConfigException(
          "preset", "'" + name + "'", Nearest.allowed(name, Presets.names()));
    }
    return MatrixParser.parse(
        MatrixText.parse("preset " + name + ".yaml", Presets.text(name)).with(settings));
  }

  /** All presets with their descriptions, in display order. */
  public static List<Preset> presets() {
    return Presets.names().stream()
        .map(name -> new Preset(name, preset(name).description()))
        .toList();
  }

  private static String text(Path file) {
    try {
      long size = Files.size(file);
      if (size > MatrixText.MAX_BYTES) {
        throw new InvalidConfigException(
            file.toString(),
            size + " bytes",
            "a matrix file of at most " + MatrixText.MAX_BYTES + " bytes");
      }
      String text = Files.readString(file);
      // Windows editors add a byte order mark
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new InvalidConfigException(
          file.toString(), "bytes that are not UTF-8", "a text in UTF-8");
    } catch (AccessDeniedException e) {
      throw new InvalidConfigException(
          file.toString(), "a file without permission to read", "a file readable by this user");
    } catch (IOException e) {
      throw new InvalidConfigException(
          file.toString(), "a file that cannot be read: " + e.getMessage(), "a readable file");
    }
  }
}
