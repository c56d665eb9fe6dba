package org.mtlbench.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.reports.fixtures.ChartRun;
import org.mtlbench.reports.fixtures.CommittedRun;
import org.mtlbench.results.folder.RunFolder;
import org.mtlbench.results.folder.UnwritableException;
import org.mtlbench.results.json.CorruptRecordException;

/** Reports of a committed run, written into another folder. */
class OtherFolderTest {
  private static final Pattern LINK = Pattern.compile("href=\"(?!#)([^\"]*)\"");
  private static final Pattern COMPRESSED = Pattern.compile("events/[0-9a-f]+\\.jsonl\\.gz\"");

  @TempDir Path root;
  private RunFolder folder;
  private Path out;

  @BeforeEach
  void setUp() throws IOException {
    folder = ChartRun.everything(root.resolve("kept runs/100% #1"));
    out = root.resolve("pages/new");
  }

  private ReportFiles write() throws IOException {
    return ReportWriter.write(ReportRequest.everything(folder, out));
  }

  private static List<String> links(Path page) throws IOException {
    return LINK.matcher(Files.readString(page)).results().map(match -> match.group(1)).toList();
  }

  @Test
  void doesNotWriteToRunFolder() throws IOException {
    CommittedRun.reduce(folder);
    Map<String, String> before = CommittedRun.state(folder.root());

    ReportFiles report = write();

    assertThat(CommittedRun.state(folder.root())).isEqualTo(before);
    assertThat(before.keySet())
        .contains("run.json", "cells/abc00008.json", "events/abc00008.jsonl.gz")
        .allMatch(name -> name.matches("|run\\.json|cells(/.*\\.json)?|events(/.*\\.jsonl\\.gz)?"));
    assertThat(report.warnings()).isEmpty();
    assertThat(report.files()).hasSizeGreaterThan(8).allMatch(file -> file.startsWith(out));
    assertThat(out.resolve("charts/curves/abc00008.svg")).exists();
  }

  @Test
  void compressedEventsGiveSamePage() throws IOException {
    write();
    Path page = out.resolve("report.html");
    String plain = Files.readString(page);
    assertThat(plain).contains("Measures of phase search", "the last line of abc00008");
    CommittedRun.reduce(folder);

    write();

    String compressed = Files.readString(page);
    assertThat(COMPRESSED.matcher(compressed).results()).hasSize(12);
    assertThat(withoutFilesAndLogs(compressed)).isEqualTo(withoutFilesAndLogs(plain));
  }

  private static String withoutFilesAndLogs(String page) {
    return page.replaceAll("<h4>End of the log</h4><pre tabindex=\"0\">[^<]*</pre>", "")
        .replaceAll("Files of the run folder: .*?</p>", "");
  }

  @Test
  void linksAreRelativeToPage() throws IOException {
    write();

    List<String> links = links(out.resolve("report.html"));

    assertThat(links).hasSize(12 * 2 + 11 + (5 + 12) * 2);
    assertThat(links).allSatisfy(link -> assertThat(target(link)).exists());
    assertThat(links)
        .contains(
            "../../kept%20runs/100%25%20%231/cells/abc00008.json", "charts/curves/abc00008.png");
    CommittedRun.reduce(folder);
    write();
    assertThat(links(out.resolve("report.html")))
        .as("no links to logs that were not kept")
        .hasSize(12 + 11 + (5 + 12) * 2)
        .allSatisfy(link -> assertThat(target(link)).exists());
  }

  private Path target(String link) {
    return Path.of(out.toUri().resolve(URI.create(link)));
  }

  @Test
  void linksInRunFolderAreShort() throws IOException {
    ReportWriter.write(ReportRequest.everything(folder));

    assertThat(links(folder.root().resolve("report.html")))
        .contains("cells/abc00008.json", "events/abc00008.jsonl", "logs/abc00008.log");
  }

  @Test
  void warnsAboutTruncatedEvents() throws IOException {
    CommittedRun.reduce(folder);
    Path events = folder.events().resolve("abc00008.jsonl.gz");
    byte[] whole = Files.readAllBytes(events);
    Files.write(events, Arrays.copyOf(whole, whole.length - 20));

    assertThat(write().warnings())
        .singleElement()
        .asString()
        .startsWith(
            "training curves of abc00008: events/abc00008.jsonl.gz: truncated gzip file, used up");
    assertThat(Files.readString(out.resolve("report.html"))).contains("truncated gzip file");
  }

  @Test
  void warnsAboutMalformedEvents() throws IOException {
    Files.writeString(folder.eventFile("abc00008"), "{}}\nno event\n");

    assertThat(write().warnings())
        .singleElement()
        .asString()
        .startsWith("training curves of abc00008: events/abc00008.jsonl, byte 0: ");
  }

  @Test
  void createsNoFolderWithoutRun() {
    RunFolder empty = RunFolder.at(root);

    assertThatThrownBy(() -> ReportWriter.write(ReportRequest.everything(empty, out)))
        .isInstanceOf(CorruptRecordException.class);
    assertThat(out).doesNotExist();
  }

  @Test
  void reportsFolderThatCannotBeCreated() throws IOException {
    out = Files.createFile(root.resolve("file")).resolve("sub");

    assertThatThrownBy(this::write)
        .isInstanceOf(UnwritableException.class)
        .hasMessageStartingWith("cannot write " + out + ": ");
  }

  @Test
  void acceptsSymbolicLinkToFolder() throws IOException {
    Path real = Files.createDirectory(root.resolve("real"));
    out = Files.createSymbolicLink(root.resolve("link"), real);

    write();

    try (Stream<Path> files = Files.list(real)) {
      assertThat(files).contains(real.resolve("report.html"));
    }
  }
}
