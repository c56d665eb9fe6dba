package org.mtlbench.methods;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.method.Aggregation;
import org.mtlbench.api.method.Method;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.method.Weighting;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.testkit.Contributions;
import org.mtlbench.testkit.TinyProblem;

/** The table of all methods in docs/methods.md. */
class MethodListTest {
  private static final List<String> KINDS = List.of("weighting", "aggregation", "procedure");

  private record Row(String kind, Descriptor descriptor) {
    String line() {
      String publication =
          descriptor
              .link()
              .map(link -> "[" + descriptor.citation() + "](" + link + ")")
              .orElse(descriptor.citation());
      return "| "
          + kind
          + " | `"
          + descriptor.id()
          + "` | "
          + descriptor.title()
          + " | "
          + publication
          + " |\n";
    }
  }

  @Test
  void pageListsAllMethods() throws IOException {
    StringBuilder table = new StringBuilder("| kind | id | method | publication |\n");
    table.append("|---|---|---|---|\n");
    methods().values().stream()
        .map(plugin -> new Row(kind(plugin), plugin.descriptor()))
        .sorted(
            Comparator.comparing((Row row) -> KINDS.indexOf(row.kind()))
                .thenComparing(row -> row.descriptor().id()))
        .forEach(row -> table.append(row.line()));
    MethodsPage.check("methods", table.toString());
  }

  @Test
  void everyPublicationHasLink() {
    assertThat(methods().values())
        .allSatisfy(
            plugin -> {
              Descriptor descriptor = plugin.descriptor();
              assertThat(descriptor.link().isPresent())
                  .as(descriptor.id())
                  .isEqualTo(!descriptor.citation().isBlank());
            });
  }

  private static Map<String, MethodPlugin<?>> methods() {
    return Contributions.of(new MethodsBundle()).methods();
  }

  private static <C extends Record> String kind(MethodPlugin<C> plugin) {
    Method method = plugin.create(plugin.defaults(), TinyProblem.PARTS.context(new Randomness(0)));
    if (method instanceof Weighting) {
      return KINDS.get(0);
    }
    return KINDS.get(method instanceof Aggregation ? 1 : 2);
  }
}
