package org.mtlbench.reports.html;

import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.section;

import j2html.tags.DomContent;
import java.util.List;

/**
 * A section of the page that is listed in the table of contents.
 *
 * @param id anchor of the section
 * @param title heading
 * @param content content below the heading
 */
record Section(String id, String title, List<DomContent> content) {
  DomContent render() {
    return section(h2(HtmlText.clean(title)).withId(id + "-title"), each(content.stream()))
        .withId(id)
        .attr("aria-labelledby", id + "-title");
  }
}
