package org.mtlbench.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvocationTest {
  @Test
  void quotesCommandLinesForShell() {
    assertThat(Invocation.of(List.of("run", "a.yaml", "--out=my runs", "it's")))
        .isEqualTo("mtlbench run a.yaml '--out=my runs' 'it'\\''s'");
  }

  @ParameterizedTest
  @CsvSource({
    "./mtlbench, my-method, ../mtlbench",
    "bin/mtlbench, a/b, ../../bin/mtlbench",
    "/opt/mtlbench, my-method, /opt/mtlbench",
    "mtlbench, my-method, mtlbench"
  })
  void findsProgramFromOtherFolder(String typed, String folder, String there) {
    System.setProperty("mtlbench.command", typed);
    try {
      assertThat(Invocation.nameIn(Path.of(folder))).isEqualTo(there);
    } finally {
      System.clearProperty("mtlbench.command");
    }
  }
}
