package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sources and documents use standard terms; see "Words not to use" in docs/glossary.md. */
class LanguageTest {
  private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
  private static final Path GLOSSARY = ROOT.resolve("docs/glossary.md");
  private static final String HEADING = "## Words not to use";

  /** A line of the table: pattern in backticks, replacement. */
  private static final Pattern TABLE_LINE = Pattern.compile("\\| `(.+)` \\| (.+) \\|");

  private static final Pattern TYPE_NAMES = Pattern.compile("[A-Z]{2}|class|TRAINING");
  private static final Pattern QUOTATION =
      Pattern.compile("<!-- (report .*?|quoted): .*?<!-- end -->", Pattern.DOTALL);

  /** Comment markers, so that patterns match across the lines of a comment. */
  private static final Pattern MARKER = Pattern.compile("(?m)^\\s*(\\*|//|#)(?=\\s|$)");

  private record Rule(Pattern pattern, String replacement) {}

  private static List<Rule> rules() throws IOException {
    String page = Files.readString(GLOSSARY);
    List<Rule> rules = new ArrayList<>();
    page.substring(page.indexOf(HEADING))
        .lines()
        .map(TABLE_LINE::matcher)
        .filter(Matcher::matches)
        .forEach(line -> rules.add(rule(line.group(1).replace("\\|", "|"), line.group(2))));
    return rules;
  }

  private static Rule rule(String pattern, String replacement) {
    int flags = TYPE_NAMES.matcher(pattern).find() ? 0 : Pattern.CASE_INSENSITIVE;
    return new Rule(Pattern.compile(pattern.replace(" ", "\\s+"), flags), replacement);
  }

  private static boolean isChecked(Path file) {
    String path = ROOT.relativize(file).toString().replace('\\', '/');
    return !path.contains("src/test/resources/")
        && (path.contains("resources/new-plugin/")
            || Stream.of(".java", ".md", ".yaml", ".yml").anyMatch(path::endsWith));
  }

  private static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = folder.getFileName().toString();
            return name.equals("target") || (name.startsWith(".") && !folder.equals(ROOT))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (isChecked(file)) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  /** The text without what is not checked; the number of lines is unchanged. */
  private static String text(Path file) {
    try {
      String text = Files.readString(file);
      if (file.equals(GLOSSARY)) {
        return text.substring(0, text.indexOf(HEADING));
      }
      return blank(file.toString().endsWith(".md") ? QUOTATION : MARKER, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String blank(Pattern pattern, String text) {
    return pattern.matcher(text).replaceAll(match -> match.group().replaceAll("[^\n]", " "));
  }

  private static List<String> findings(Path file, List<Rule> rules) {
    String text = text(file);
    List<String> findings = new ArrayList<>();
    for (Rule rule : rules) {
      Matcher matcher = rule.pattern().matcher(text);
      while (matcher.find()) {
        long line = 1 + text.substring(0, matcher.start()).chars().filter(c -> c == '\n').count();
        findings.add(
            "%s:%d: \"%s\", write: %s"
                .formatted(
                    ROOT.relativize(file),
                    line,
                    matcher.group().replaceAll("\\s+", " "),
                    rule.replacement()));
      }
    }
    return findings;
  }

  @Test
  void usesStandardTerms() throws IOException {
    List<Rule> rules = rules();
    assertThat(rules).hasSizeGreaterThan(20);
    List<Path> files = files();
    assertThat(files).hasSizeGreaterThan(500).contains(ROOT.resolve("README.md"));
    assertThat(files.stream().flatMap(file -> findings(file, rules).stream()).toList()).isEmpty();
  }

  @Test
  void findsPhrasesAcrossLinesOfComment() throws IOException {
    Rule rule = rule("\\btwo words\\b", "term");
    Path file = Files.createTempFile("Sample", ".java");
    try {
      Files.writeString(file, "/**\n * A phrase of two\n * words.\n */\nclass Sample {}\n");
      assertThat(findings(file, List.of(rule)))
          .singleElement()
          .asString()
          .endsWith(":2: \"two words\", write: term");
    } finally {
      Files.delete(file);
    }
  }
}
