package org.mtlbench.methods;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The generated parts of docs/methods.md, between {@code <!-- generated: NAME -->} and {@code <!--
 * end -->}.
 */
public final class MethodsPage {
  /** The folder of documents. */
  public static final Path DOCS = Path.of("..", "docs").toAbsolutePath().normalize();

  /** Whether {@code -Dmtlbench.update-pages=true} is set: files are written, then checked. */
  public static final boolean UPDATED = Boolean.getBoolean("mtlbench.update-pages");

  private static final Path PAGE = DOCS.resolve("methods.md");

  private MethodsPage() {}

  /**
   * Checks that a part of the page is current; writes it before if pages are {@link #UPDATED}.
   *
   * @param content ends with a line break
   */
  public static void check(String name, String content) throws IOException {
    if (UPDATED) {
      write(name, content);
    }
    assertThat(Files.readString(PAGE))
        .as("docs/methods.md, part %s", name)
        .isEqualTo(with(name, content));
  }

  /**
   * Writes a part of the page.
   *
   * @param content ends with a line break
   */
  public static void write(String name, String content) throws IOException {
    Files.writeString(PAGE, with(name, content));
  }

  /** The page with a part replaced. */
  private static String with(String name, String content) throws IOException {
    String marker = "<!-- generated: " + name + " -->\n";
    String page = Files.readString(PAGE);
    assertThat(page).contains(marker);
    return Pattern.compile(Pattern.quote(marker) + "(?s:.*?)<!-- end -->")
        .matcher(page)
        .replaceFirst(Matcher.quoteReplacement(marker + content + "<!-- end -->"));
  }
}
