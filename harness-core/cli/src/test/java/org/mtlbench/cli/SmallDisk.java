package org.mtlbench.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system of 8 MB; tests that need it are skipped if mounting is not permitted. */
final class SmallDisk implements AutoCloseable {
  private final Path place;

  private SmallDisk(Path place) {
    this.place = place;
  }

  static SmallDisk mount(Path place) throws IOException, InterruptedException {
    Files.createDirectories(place);
    boolean mounted =
        Files.isExecutable(Path.of("/bin/mount"))
            && call("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", place.toString());
    assumeTrue(mounted, "mounting a small file system is not allowed here");
    return new SmallDisk(place);
  }

  private static boolean call(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  Path place() {
    return place;
  }

  void makeReadOnly() throws IOException, InterruptedException {
    assumeTrue(call("mount", "-o", "remount,ro", place.toString()), "no remount here");
  }

  @Override
  public void close() throws IOException {
    try {
      call("umount", "-l", place.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
