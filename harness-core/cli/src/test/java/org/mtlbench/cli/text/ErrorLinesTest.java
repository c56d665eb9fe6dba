package org.mtlbench.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ErrorLinesTest {
  private static final String MESSAGE =
      "methods[0]: found mgad, expected one of " + "mgda, ".repeat(20);

  @AfterEach
  void noTerminal() {
    System.clearProperty("mtlbench.columns");
    System.clearProperty("mtlbench.colours.err");
  }

  @Test
  void messageIsOneLineForPipes() {
    assertThat(ErrorLines.of(MESSAGE)).containsExactly(MESSAGE);
  }

  @Test
  void messageFitsTerminalAndStartsWithColouredPlace() {
    System.setProperty("mtlbench.columns", "80");
    System.setProperty("mtlbench.colours.err", "true");

    List<String> lines = ErrorLines.of(MESSAGE);

    assertThat(lines).hasSizeGreaterThan(1);
    assertThat(lines).allSatisfy(line -> assertThat(TextStyle.width(line)).isLessThanOrEqualTo(80));
    assertThat(lines.get(0)).startsWith("\u001b[31mmethods[0]:\u001b[0m found mgad");
    assertThat(ErrorLines.of("no place in this message"))
        .containsExactly("no place in this message");
  }
}
