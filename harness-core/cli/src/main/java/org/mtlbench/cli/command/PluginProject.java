package org.mtlbench.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.text.StringSubstitutor;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.plugin.ApiVersion;
import org.mtlbench.api.plugin.Bundle;

/** A Maven project with one plugin, from the templates among the resources. */
final class PluginProject {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern PACKAGE = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*");

  private final PluginTemplate template;
  private final String sources;
  private final Path repository;
  private final Map<String, String> values = new HashMap<>();

  /**
   * @param id the plugin's id
   * @param home the Java package
   * @throws InvalidConfigException if the id or the package is not a valid name
   */
  PluginProject(String id, String home, PluginTemplate template) {
    Checks.start()
        .that(ID.matcher(id).matches(), "NAME", id, "lower case letters, digits, single hyphens")
        .that(PACKAGE.matcher(home).matches(), "--package", home, "a Java package's name")
        .finish();
    this.template = template;
    sources = "java/" + home.replace('.', '/') + "/";
    values.put("id", id);
    values.put("Name", className(id));
    values.put("title", className(id));
    values.put("package", home);
    values.put("plugin", template.plugin());
    values.put("description", template.description());
    values.put("comparison", template.comparison());
    values.put("api", ApiVersion.CURRENT.toString());
    repository = repository();
    values.put("repository", repository.toUri().toString());
  }

  private static String className(String id) {
    return Arrays.stream(id.split("-"))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }

  /** The Maven repository of the project if it does not exist, so that Maven cannot build it. */
  Optional<Path> missingRepository() {
    return Files.isDirectory(repository) ? Optional.empty() : Optional.of(repository);
  }

  /** The Maven repository with plugin API and testkit next to the libraries. */
  private static Path repository() {
    try {
      Path code =
          Path.of(PluginProject.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path home =
          Files.isDirectory(code) ? code.resolveSibling("app") : code.getParent().getParent();
      return home.resolve("repository");
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the program does not know where it is", e);
    }
  }

  /**
   * Writes the project.
   *
   * @throws InvalidConfigException if the folder exists and is not empty
   */
  void write(Path folder) throws IOException {
    checkEmpty(folder);
    try (InputStream in = resource("versions.properties")) {
      Properties versions = new Properties();
      versions.load(in);
      versions.forEach((key, value) -> values.put((String) key, (String) value));
    }
    String name = values.get("Name");
    put(folder, "pom.xml", "pom.xml");
    put(folder, "README.md", "README.md");
    put(folder, "compare.yaml", "compare-" + template.plugin() + ".yaml");
    put(folder, ".gitignore", "gitignore");
    put(folder, "src/main/resources/META-INF/services/" + Bundle.class.getName(), "services");
    put(folder, "src/main/" + sources + name + "Plugin.java", template.sources() + "Plugin.java");
    put(
        folder,
        "src/test/" + sources + name + "ContractTest.java",
        template.sources() + "ContractTest.java");
  }

  private static void checkEmpty(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
        if (!entries.iterator().hasNext()) {
          return;
        }
      }
    }
    throw new InvalidConfigException("--out", folder.toString(), "a new or an empty folder");
  }

  private void put(Path folder, String place, String source) throws IOException {
    Path file = folder.resolve(place);
    Files.createDirectories(file.getParent());
    try (InputStream in = resource(source)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      StringSubstitutor filled = new StringSubstitutor(values, "@{", "}");
      Files.writeString(file, filled.replace(text));
    }
  }

  private static InputStream resource(String name) throws IOException {
    InputStream in = PluginProject.class.getResourceAsStream("/new-plugin/" + name);
    if (in == null) {
      throw new IOException("the program lacks its template " + name);
    }
    return in;
  }
}
