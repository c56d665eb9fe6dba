package org.mtlbench.toolbox.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.config.Problem;

/** Records without defaults: entries of lists, optional blocks, values with forms of their own. */
class NestedFormsTest {
  record Menu(
      @Entries("dish") List<Dish> dishes,
      Optional<Wine> wine,
      Map<String, Price> prices,
      ObjectNode rest) {}

  @ShortForm("name")
  record Dish(
      @Location String at,
      @Expected("the name of a dish") String name,
      @Default("2") int portions,
      Optional<String> note)
      implements Distinct {
    @Override
    public Object identity() {
      return name;
    }
  }

  record Wine(@Expected("a year") int year, @Default("0.75") double litres) {
    Wine {
      Checks.start()
          .that(year > 1900, "year", year, "a year")
          .that(litres > 0, "litres", litres, "more than nothing")
          .finish();
    }
  }

  /** A number, or a text. */
  record Price(double amount) implements FreeForm {
    @Reader
    static Price read(JsonNode node, String path) {
      if (node.isNumber()) {
        return new Price(node.doubleValue());
      }
      if (node.asText().equals("free")) {
        return new Price(0);
      }
      throw new InvalidConfigException(List.of(Problem.of(path, node, "a number, or free")));
    }

    @Override
    public JsonNode tree() {
      return amount == 0
          ? JsonNodeFactory.instance.textNode("free")
          : JsonNodeFactory.instance.numberNode(amount);
    }
  }

  private static ObjectNode json(String text) throws IOException {
    return (ObjectNode) new ObjectMapper().readTree(text.replace('\'', '"'));
  }

  private static List<String> problems(String text) throws IOException {
    List<Problem> problems = new ArrayList<>();
    Menu none = new Menu(List.of(), Optional.empty(), Map.of(), json("{}"));
    ConfigBinder.bindSound(none, json(text), problems);
    return problems.stream().map(Problem::message).toList();
  }

  @Test
  void roundTripsEveryForm() throws IOException {
    String text =
        "{'dishes':[{'name':'soup','portions':2},{'name':'fish','portions':4,'note':'fresh'}],"
            + "'wine':{'year':1990,'litres':0.75},'prices':{'soup':3.5,'bread':'free'},"
            + "'rest':{'any':[1,null]}}";
    Menu menu =
        ConfigBinder.bind(
            Menu.class,
            json(
                text.replace("{'name':'soup','portions':2}", "'soup'")
                    .replace(",'litres':0.75", "")),
            "menu");

    assertThat(menu.dishes())
        .containsExactly(
            new Dish("menu.dishes[0]", "soup", 2, Optional.empty()),
            new Dish("menu.dishes[1]", "fish", 4, Optional.of("fresh")));
    assertThat(menu.wine()).contains(new Wine(1990, 0.75));
    assertThat(menu.prices()).containsEntry("bread", new Price(0));
    assertThat(ConfigBinder.toTree(menu)).isEqualTo(json(text));
  }

  @Test
  void requiresKeysWithoutDefault() throws IOException {
    assertThatThrownBy(() -> ConfigBinder.bind(Menu.class, json("{}"), "menu"))
        .hasMessageContaining("menu.dishes: found nothing, expected a list of at least one dish")
        .hasMessageContaining("menu.rest: found nothing, expected a mapping of config keys")
        .hasMessageNotContaining("wine");
  }

  @Test
  void reportsAllProblemsOfEntryWithPath() throws IOException {
    assertThat(
            problems(
                "{'dishes': ['soup', {'portions': 'all'}, 5, {'name': 'soup', 'portions': 1}],"
                    + " 'prices': {'soup': 'dear'}, 'rest': 3}"))
        .containsExactly(
            "dishes[1].name: found nothing, expected the name of a dish",
            "dishes[1].portions: found \"all\", expected a whole number from -2147483648 to"
                + " 2147483647",
            "dishes[2]: found 5, expected its name, or a mapping with the keys name, portions, note",
            "dishes[3]: found the same as dishes[0], expected each dish once",
            "prices.soup: found \"dear\", expected a number, or free",
            "rest: found 3, expected a mapping of config keys");
    assertThat(problems("{'dishes': []}"))
        .containsExactly("dishes: found an empty list, expected a list of at least one dish");
  }

  @Test
  void constructorChecksRemainingValues() throws IOException {
    assertThat(problems("{'wine': {'litres': -1}}"))
        .containsExactly(
            "wine.year: found nothing, expected a year",
            "wine.litres: found -1, expected more than nothing");
  }

  @Test
  void keepsValidValues() throws IOException {
    List<Problem> problems = new ArrayList<>();
    Menu none = new Menu(List.of(), Optional.empty(), Map.of(), json("{}"));
    Menu menu =
        ConfigBinder.bindSound(
            none, json("{'dishes': [5, 'soup'], 'wine': {}, 'extra': 1}"), problems);

    assertThat(problems)
        .extracting(Problem::path)
        .containsExactly("extra", "dishes[0]", "wine.year");
    assertThat(menu.dishes()).extracting(Dish::at).containsExactly("dishes[1]");
    assertThat(menu.wine()).isEmpty();
  }
}
