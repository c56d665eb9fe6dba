package org.mtlbench.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mtlbench.cli.Cli;

class TextStyleTest {
  private static final String OUTPUT = "mtlbench.colours.out";
  private static final String ERRORS = "mtlbench.colours.err";

  @AfterEach
  void noColours() {
    System.clearProperty(OUTPUT);
    System.clearProperty(ERRORS);
  }

  @Test
  void colouringKeepsCharactersOfOutput() {
    Cli.Result plain = Cli.run("list");
    assertThat(plain.out()).doesNotContain("\u001b");

    System.setProperty(OUTPUT, "true");
    Cli.Result coloured = Cli.run("list");

    assertThat(coloured.out()).contains("\u001b[1mmethods:\u001b[0m");
    assertThat(TextStyle.plain(coloured.out())).isEqualTo(plain.out());
  }

  @Test
  void coloursErrorsOnlyIfStandardErrorIsTerminal() {
    System.setProperty(OUTPUT, "true");
    assertThat(Cli.run("run", "quik").err()).startsWith("preset: found 'quik', expected");

    System.setProperty(ERRORS, "true");
    assertThat(Cli.run("run", "quik").err())
        .startsWith("\u001b[31mpreset:\u001b[0m found 'quik', expected");
    assertThat(Cli.run("rnu").err()).startsWith("\u001b[31mcommand:\u001b[0m found rnu,");
  }

  @Test
  void countsSeenCharacters() {
    System.setProperty(OUTPUT, "true");
    assertThat(TextStyle.width(TextStyle.DONE.output("done") + " 7")).isEqualTo(6);
    assertThat(TextStyle.DONE.output("")).isEmpty();
  }
}
