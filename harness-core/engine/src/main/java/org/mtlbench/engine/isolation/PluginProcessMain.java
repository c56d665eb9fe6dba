package org.mtlbench.engine.isolation;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.engine.catalogue.LoadedPlugins;
import org.mtlbench.engine.plugins.PluginLoader;
import org.mtlbench.engine.plugins.Reasons;

/**
 * The entry point of a plugin process, which loads jars of plugins and answers one question. Its
 * only argument is the {@link ExchangeFolder}; the process ends when its standard input is closed.
 */
public final class PluginProcessMain {
  /** Exit code after the death of the parent process. */
  private static final int ABANDONED = 130;

  private PluginProcessMain() {}

  /** Answers the question. */
  public static void main(String[] arguments) throws IOException {
    ExchangeFolder folder = new ExchangeFolder(Path.of(arguments[0]));
    watchParent(folder);
    Request request = folder.readRequest();
    Breadcrumbs trace =
        Breadcrumbs.begin(
            folder.breadcrumbs(), request.jars(), new FileOutputStream(FileDescriptor.err));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> tellWhoExits(folder)));
    answer(request, trace, folder);
    // halt instead of exit, since a plugin may have added a shutdown hook or thread that never ends
    Runtime.getRuntime().halt(0);
  }

  private static void answer(Request request, Breadcrumbs trace, ExchangeFolder folder)
      throws IOException {
    Answer answer;
    Optional<Object> result = Optional.empty();
    try {
      LoadedPlugins plugins =
          new LoadedPlugins(
              PluginLoader.load(
                  PluginProcessMain.class.getClassLoader(),
                  request.jars(),
                  request.exclusions(),
                  trace));
      answer = Answer.done(plugins.catalogue());
      try {
        result = Optional.of(request.question().ask(plugins, folder));
      } catch (InvalidConfigException e) {
        answer = Answer.invalid(plugins.catalogue(), e.problems());
      } catch (IOException | InterruptedException e) {
        answer = Answer.failed(plugins.catalogue(), String.valueOf(e.getMessage()));
      }
    } catch (Throwable e) {
      // any exception or error of a plugin
      e.printStackTrace();
      folder.publish(Answer.thrown(Reasons.of(e)), Optional.empty());
      return;
    }
    trace.calling(Breadcrumbs.Call.own());
    folder.publish(answer, result);
  }

  /** Ends this process and deletes its files when the parent process ends. */
  private static void watchParent(ExchangeFolder folder) {
    Thread watch =
        new Thread(
            () -> {
              try (InputStream input = new FileInputStream(FileDescriptor.in)) {
                input.transferTo(OutputStream.nullOutputStream());
              } catch (IOException e) {
                // closed by a plugin; the parent terminates the process then
                return;
              }
              folder.delete();
              Runtime.getRuntime().halt(ABANDONED);
            },
            "parent");
    watch.setDaemon(true);
    watch.start();
  }

  /** Records the name of the jar whose code ends this process, in any thread. */
  private static void tellWhoExits(ExchangeFolder folder) {
    Optional<String> jar =
        Thread.getAllStackTraces().values().stream()
            .filter(PluginProcessMain::exits)
            .flatMap(stack -> PluginLoader.jarOn(stack).stream())
            .findFirst();
    try {
      if (jar.isPresent()) {
        Files.writeString(folder.exiting(), jar.get());
      }
    } catch (IOException e) {
      // then only the current call is known
      return;
    }
  }

  private static boolean exits(StackTraceElement[] stack) {
    return Arrays.stream(stack)
        .anyMatch(
            frame ->
                frame.getClassName().equals(Runtime.class.getName())
                    && frame.getMethodName().equals("exit"));
  }
}
