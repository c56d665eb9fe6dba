package org.mtlbench.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A root file system with bash, the commands that the launcher script calls, and the C library:
 * less than any Linux machine has. Commands run in it by chroot, in a mount namespace of their own
 * with the machine's {@code /proc} and {@code /dev}.
 */
final class MinimalRoot {
  private static final List<String> COMMANDS = List.of("bash", "dirname", "env", "readlink", "sed");
  private static final Pattern LIBRARY = Pattern.compile("(/\\S+) \\(0x");
  private static final Pattern PART_OF_C_LIBRARY =
      Pattern.compile("lib(c|m|dl|pthread|rt|resolv|nss_files|nss_dns)\\.so\\.\\d");

  private final Path root;

  /** Creates the file system in an empty folder. */
  MinimalRoot(Path root) throws IOException, InterruptedException {
    this.root = root;
    for (String folder : List.of("proc", "dev", "etc", "tmp", "root", "usr/bin")) {
      Files.createDirectories(root.resolve(folder));
    }
    Files.createSymbolicLink(root.resolve("bin"), Path.of("usr", "bin"));
    Files.writeString(root.resolve("etc/passwd"), "root:x:0:0:root:/root:/bin/bash\n");
    for (String command : COMMANDS) {
      Path file = Path.of("/usr/bin", command).toRealPath();
      Files.copy(file, root.resolve("usr/bin").resolve(command));
      copyLibrariesOf(file);
    }
    Files.createSymbolicLink(root.resolve("usr/bin/sh"), Path.of("bash"));
  }

  /** Why no command can be run in a root of its own; empty if it is possible. */
  static String obstacle() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("sh", "-c", "unshare --mount true && command -v chroot ldd")
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    return process.waitFor() == 0 ? "" : "no root file system can be entered: " + printed.strip();
  }

  private void copyLibrariesOf(Path command) throws IOException, InterruptedException {
    Matcher libraries =
        LIBRARY.matcher(Command.run(Path.of("/"), List.of("ldd", command.toString())));
    while (libraries.find()) {
      Path library = Path.of(libraries.group(1));
      copy(library);
      if (library.getFileName().toString().startsWith("libc.so")) {
        try (var others = Files.newDirectoryStream(library.getParent(), "lib*.so.?")) {
          for (Path other : others) {
            if (PART_OF_C_LIBRARY.matcher(other.getFileName().toString()).matches()) {
              copy(other);
            }
          }
        }
      }
    }
  }

  private void copy(Path library) throws IOException {
    Path to = root.resolve(Path.of("/").relativize(library));
    if (!Files.exists(to)) {
      Files.createDirectories(to.getParent());
      Files.copy(library, to);
    }
  }

  /** A path in this file system. */
  Path resolve(String path) {
    return root.resolve(path);
  }

  /** Runs a command with no environment but {@code HOME} and {@code PATH}; it must succeed. */
  String run(String... command) throws IOException, InterruptedException {
    String enter =
        "mount --rbind /proc \"$1/proc\" && mount --rbind /dev \"$1/dev\" && root=$1 && shift"
            + " && exec chroot \"$root\" /usr/bin/env -i HOME=/root PATH=/usr/bin \"$@\"";
    List<String> all =
        new ArrayList<>(List.of("unshare", "--mount", "sh", "-c", enter, "enter", root.toString()));
    all.addAll(List.of(command));
    String printed = Command.run(Path.of("/"), all);
    assertThat(root.resolve("proc")).as("mounts are private").isEmptyDirectory();
    return printed;
  }
}
