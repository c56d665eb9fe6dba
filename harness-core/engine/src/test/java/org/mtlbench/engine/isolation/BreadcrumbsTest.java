package org.mtlbench.engine.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.engine.isolation.Breadcrumbs.Crumb;
import org.mtlbench.engine.plugins.CallTrace.Call;
import org.mtlbench.engine.plugins.CallTrace.Limit;
import org.mtlbench.engine.plugins.CallTrace.Suspect;

class BreadcrumbsTest {
  private static final Path FIRST = Path.of("first one.jar");
  private static final Path SECOND = Path.of("second.jar");

  @TempDir Path folder;

  @Test
  void readsLastCallWhileFileIsInUse() throws IOException {
    Path file = folder.resolve("crumbs");
    List<Path> jars = List.of(FIRST, SECOND);
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    assertThat(Breadcrumbs.read(file, jars)).isEmpty();
    Breadcrumbs crumbs = Breadcrumbs.begin(file, jars, output);
    assertThat(Breadcrumbs.read(file, jars)).isEmpty();
    Call loading =
        new Call("it was loaded", List.of(new Suspect(FIRST, Optional.empty())), Limit.CALL);
    Call checking =
        new Call(
            "method 'm' was checked with dataset 'd'",
            List.of(
                new Suspect(SECOND, Optional.of("method 'm'")),
                new Suspect(FIRST, Optional.of("dataset 'd'"))),
            Limit.READING);

    crumbs.calling(loading);
    assertThat(Breadcrumbs.read(file, jars)).contains(new Crumb(1, loading));
    crumbs.calling(checking);
    assertThat(Breadcrumbs.read(file, jars)).contains(new Crumb(2, checking));
    crumbs.calling(Call.own());
    assertThat(Breadcrumbs.read(file, jars)).contains(new Crumb(3, Call.own()));
    assertThat(output.toByteArray()).as("one for each jar").hasSize(2);
  }

  @Test
  void keepsBeginningAndEndOfLongOutput() {
    OutputTail tail = new OutputTail();
    byte[] line = "0123456789abcde\n".getBytes(StandardCharsets.US_ASCII);
    add(tail, "of another jar");
    add(tail, (char) OutputTail.SEPARATOR + "begins\n");
    for (int i = 0; i < 100_000; i++) {
      tail.add(line, line.length);
    }
    add(tail, "ends");

    assertThat(tail.text())
        .startsWith("begins\n0123456789abcde\n")
        .contains(" bytes left out ...")
        .endsWith("0123456789abcde\nends")
        .hasSizeLessThan(70_000);
  }

  private static void add(OutputTail tail, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    tail.add(bytes, bytes.length);
  }
}
