package org.mtlbench.reports.html;

import static j2html.TagCreator.dd;
import static j2html.TagCreator.div;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h4;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A list of names and values; unknown values are left out. */
final class FactList {
  private final String title;
  private final List<DomContent> pairs = new ArrayList<>();

  FactList(String title) {
    this.title = title;
  }

  FactList add(String name, String value) {
    pairs.add(each(dt(HtmlText.clean(name)), dd(HtmlText.clean(value))));
    return this;
  }

  FactList add(String name, Optional<String> value) {
    value.ifPresent(known -> add(name, known));
    return this;
  }

  FactList addAll(Map<String, String> values) {
    values.forEach(this::add);
    return this;
  }

  DomContent render() {
    return pairs.isEmpty() ? each() : div(h4(title), dl(each(pairs.stream())));
  }
}
