package org.mtlbench.reports.html;

import static j2html.TagCreator.a;
import static j2html.TagCreator.code;
import static java.nio.charset.StandardCharsets.UTF_8;

import j2html.tags.DomContent;
import java.io.File;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Links from a page to files of the run's folder, relative if the file system allows it. */
final class FileLinks {
  private final Path run;
  private final Path out;

  /**
   * Creates the links of a page.
   *
   * @param run the run's folder; link texts are paths relative to it
   * @param out the folder of the page
   */
  FileLinks(Path run, Path out) {
    this.run = run.toAbsolutePath().normalize();
    this.out = out.toAbsolutePath().normalize();
  }

  /** A link whose text is the file's path inside the run's folder. */
  DomContent link(Path file) {
    Path target = file.toAbsolutePath().normalize();
    String name = run.relativize(target).toString().replace(File.separatorChar, '/');
    return a(code(name)).withHref(address(target));
  }

  private String address(Path target) {
    // Windows: different drives have no common root.
    if (!Objects.equals(out.getRoot(), target.getRoot())) {
      return target.toUri().toString();
    }
    return StreamSupport.stream(out.relativize(target).spliterator(), false)
        .map(segment -> URLEncoder.encode(segment.toString(), UTF_8).replace("+", "%20"))
        .collect(Collectors.joining("/"));
  }
}
