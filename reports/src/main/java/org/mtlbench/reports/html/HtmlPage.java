package org.mtlbench.reports.html;

import static j2html.TagCreator.a;
import static j2html.TagCreator.body;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.footer;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.head;
import static j2html.TagCreator.header;
import static j2html.TagCreator.html;
import static j2html.TagCreator.li;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.script;
import static j2html.TagCreator.style;
import static j2html.TagCreator.ul;

import j2html.TagCreator;
import j2html.tags.DomContent;
import java.io.IOException;
import java.util.List;
import org.mtlbench.reports.plot.ChartTheme;

/**
 * A self-contained page: head with a strict content security policy, title, contents and sections.
 *
 * @param title plain text
 * @param facts a line below the title, plain text
 * @param sections sections in order
 */
record HtmlPage(String title, String facts, List<Section> sections) {
  HtmlPage {
    sections = List.copyOf(sections);
  }

  String render() throws IOException {
    Resource look = new Resource(Resource.read("report.css").content() + ChartTheme.css());
    Resource behaviour = Resource.read("report.js");
    String name = HtmlText.clean(title);
    DomContent page =
        html(
                head(
                    meta().withCharset("utf-8"),
                    meta()
                        .attr("http-equiv", "Content-Security-Policy")
                        .withContent(policy(look, behaviour)),
                    meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
                    meta().withName("color-scheme").withContent("light dark"),
                    TagCreator.title(name + " - mtlbench"),
                    style(rawHtml(look.content()))),
                body(
                    a("Skip to the results").withHref("#main").withClass("skip"),
                    div(
                            header(h1(name), p(HtmlText.clean(facts)).withClass("facts-line")),
                            contents(),
                            main(each(sections.stream().map(Section::render)))
                                .withId("main")
                                .attr("tabindex", "-1"),
                            footer(
                                p("Made by mtlbench from the records in this run's folder.")
                                    .withClass("soft")))
                        .withClass("page"),
                    script(rawHtml(behaviour.content()))))
            .withLang("en");
    return "<!DOCTYPE html>\n" + page.render() + "\n";
  }

  /**
   * Content security policy: no external resources, images only inside the page (heat maps), and
   * only the embedded script may run.
   */
  private static String policy(Resource look, Resource behaviour) {
    return "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; style-src "
        + look.policySource()
        + "; script-src "
        + behaviour.policySource();
  }

  private DomContent contents() {
    return nav(ul(each(sections, s -> li(a(HtmlText.clean(s.title())).withHref("#" + s.id())))))
        .attr("aria-label", "Contents");
  }
}
