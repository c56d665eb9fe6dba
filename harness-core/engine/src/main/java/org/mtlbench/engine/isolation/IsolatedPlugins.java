package org.mtlbench.engine.isolation;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.engine.catalogue.Catalogue;
import org.mtlbench.engine.catalogue.ChosenDataset;
import org.mtlbench.engine.catalogue.Inspection;
import org.mtlbench.engine.catalogue.ModelScores;
import org.mtlbench.engine.catalogue.PluginDetails;
import org.mtlbench.engine.catalogue.Plugins;
import org.mtlbench.engine.catalogue.Sample;
import org.mtlbench.engine.environment.UserCache;
import org.mtlbench.engine.isolation.Breadcrumbs.Crumb;
import org.mtlbench.engine.matrix.MatrixSpec;
import org.mtlbench.engine.plan.Overrides;
import org.mtlbench.engine.plan.Plan;
import org.mtlbench.engine.plugins.CallTrace.Suspect;
import org.mtlbench.engine.plugins.Exclusion;
import org.mtlbench.engine.plugins.PluginLoader;

/**
 * The built-in plugins and those of jars, loaded in a separate process for each question. A plugin
 * that ends the process or exceeds the time limit is excluded, and the question is repeated in a
 * new process.
 */
public final class IsolatedPlugins implements Plugins {
  /** A folder with more failing plugins is not usable anyway. */
  private static final int MAX_RESTARTS = 20;

  private static final int LOGGED_ENDINGS = 5;

  private final List<Path> jars;
  private final Settings settings;
  private final List<Exclusion> exclusions = new ArrayList<>();
  private final List<String> endings = new ArrayList<>();
  private Optional<Catalogue> known = Optional.empty();

  /**
   * Settings of the supervision of plugins.
   *
   * @param limit time limit of a plugin call that reads no data, above 0
   * @param log file for the output of terminated plugin processes; created when needed
   * @param notices receives a line when a call takes long
   */
  public record Settings(Duration limit, Path log, Consumer<String> notices) {
    /** The default time limit. */
    public static final Duration LIMIT = Duration.ofMinutes(1);

    /** Settings with a log in the user's cache, one per folder of jars. */
    public static Settings of(List<Path> jars, Duration limit, Consumer<String> notices) {
      String folder =
          jars.stream()
              .map(jar -> String.valueOf(jar.toAbsolutePath().getParent()))
              .findFirst()
              .orElse("");
      String hash =
          Hashing.sha256().hashString(folder, StandardCharsets.UTF_8).toString().substring(0, 8);
      return new Settings(limit, UserCache.logs().resolve("plugins-" + hash + ".log"), notices);
    }
  }

  /**
   * Creates the plugins; they are loaded on first use.
   *
   * @param jars jars, in the order to load them
   */
  public IsolatedPlugins(List<Path> jars, Settings settings) {
    this.jars = List.copyOf(jars);
    this.settings = settings;
  }

  /**
   * The jars of a folder, by name.
   *
   * @throws InvalidConfigException if there is no such folder
   */
  public static List<Path> jars(Path folder) {
    return PluginLoader.jars(folder);
  }

  @Override
  public Catalogue catalogue() throws IOException {
    if (known.isEmpty()) {
      ask(new Question.Names(), Question.Nothing.class);
    }
    return known.orElseThrow();
  }

  @Override
  public List<PluginDetails> details(DataAccess access) throws IOException {
    return ask(new Question.Details(access), Question.Described.class).plugins();
  }

  @Override
  public Plan plan(MatrixSpec matrix, Overrides overrides, DataAccess access) throws IOException {
    return ask(Question.Planning.of(matrix, overrides, access), PlanDocument.class).plan();
  }

  @Override
  public List<Inspection> inspect(List<ChosenDataset> datasets, DataAccess access)
      throws IOException {
    return ask(new Question.Inspecting(datasets, access), Question.Inspected.class).inspections();
  }

  @Override
  public void fetch(ChosenDataset dataset, DataAccess access, Consumer<String> log)
      throws IOException {
    ask(
        new Question.Fetching(dataset, access),
        folder -> folder.readResult(Question.Nothing.class),
        log);
  }

  @Override
  public Sample sample(Sample.Request request, Path pixels) throws IOException {
    return ask(
        new Question.Sampling(request),
        folder -> {
          if (Files.exists(folder.pixels())) {
            Files.copy(folder.pixels(), pixels, StandardCopyOption.REPLACE_EXISTING);
          }
          return folder.readResult(Sample.class);
        },
        line -> {});
  }

  @Override
  public ModelScores evaluate(ModelScores.Request request) throws IOException {
    return ask(new Question.Evaluating(request), ModelScores.class);
  }

  /** Reads the result from the folder of the process. */
  @FunctionalInterface
  private interface Reader<T> {
    T read(ExchangeFolder folder) throws IOException;
  }

  private <T> T ask(Question question, Class<T> type) throws IOException {
    return ask(question, folder -> folder.readResult(type), line -> {});
  }

  private <T> T ask(Question question, Reader<T> reader, Consumer<String> log) throws IOException {
    for (int restarts = 0; restarts <= MAX_RESTARTS + 1; restarts++) {
      ExchangeFolder folder = ExchangeFolder.create();
      try {
        folder.write(new Request(question, jars, exclusions));
        Ending ending =
            new PluginProcess(folder, jars, settings.limit(), settings.notices(), log).run();
        Optional<Answer> answer = ending.answer().filter(given -> given.thrown().isEmpty());
        if (answer.isPresent()) {
          known = answer.get().catalogue();
          return result(answer.get(), reader, folder);
        }
        exclude(ending, restarts == MAX_RESTARTS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while plugins were examined", e);
      } finally {
        folder.delete();
      }
    }
    throw new IOException("plugins ended " + MAX_RESTARTS + " processes; remove their jars");
  }

  private static <T> T result(Answer answer, Reader<T> reader, ExchangeFolder folder)
      throws IOException {
    if (!answer.problems().isEmpty()) {
      throw new InvalidConfigException(answer.problems());
    }
    if (answer.failure().isPresent()) {
      throw new IOException(answer.failure().get());
    }
    return reader.read(folder);
  }

  /**
   * Excludes the plugin that ended a process.
   *
   * @param last whether only one more process is allowed; then all plugins after it are excluded
   *     too
   * @throws IOException if no plugin caused the end
   */
  private void exclude(Ending ending, boolean last) throws IOException {
    Optional<Suspect> suspect = suspect(ending);
    if (suspect.isEmpty()) {
      throw new IOException(
          "the process that examines plugins "
              + ending.what()
              + keep("the program", ending.what(), ending.output()));
    }
    Path jar = suspect.get().jar();
    String reason = ending.what() + " " + circumstances(ending, suspect.get());
    String printed = keep(String.valueOf(jar.getFileName()), reason, ending.output());
    exclusions.add(new Exclusion(jar, suspect.get().plugin(), reason + printed));
    int failed = exclusions.size();
    if (last) {
      jars.stream()
          .skip(jars.indexOf(jar) + 1L)
          .forEach(
              behind ->
                  exclusions.add(
                      new Exclusion(
                          behind,
                          Optional.empty(),
                          "not examined, since " + failed + " plugins before it failed")));
    }
  }

  private static String circumstances(Ending ending, Suspect suspect) {
    return ending
        .crumb()
        .map(Crumb::call)
        .filter(call -> call.suspects().contains(suspect))
        .map(call -> "while " + call.phrase())
        .orElse("on a thread of its own");
  }

  /**
   * The plugin that caused the end: that of the jar that ended the process, or the first one
   * called.
   */
  private Optional<Suspect> suspect(Ending ending) {
    List<Suspect> called = ending.crumb().map(crumb -> crumb.call().suspects()).orElse(List.of());
    Optional<Path> exiting =
        ending
            .exiting()
            .flatMap(name -> jars.stream().filter(jar -> jar.endsWith(name)).findFirst());
    if (exiting.isEmpty()) {
      return called.stream().findFirst();
    }
    return called.stream()
        .filter(suspect -> suspect.jar().equals(exiting.get()))
        .findFirst()
        .or(() -> exiting.map(jar -> new Suspect(jar, Optional.empty())));
  }

  /** Appends the output to the log; returns a remark with its path if there is any output. */
  private String keep(String who, String reason, String output) {
    if (output.isBlank() || endings.size() >= LOGGED_ENDINGS) {
      return "";
    }
    endings.add("==== " + who + " " + reason + "\n" + output.stripTrailing() + "\n");
    try {
      Files.createDirectories(settings.log().toAbsolutePath().getParent());
      Files.writeString(settings.log(), String.join("\n", endings));
      return " (what it printed: " + settings.log() + ")";
    } catch (IOException e) {
      // the cache cannot be written; the reason is reported without the log
      return "";
    }
  }
}
