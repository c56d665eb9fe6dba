package org.mtlbench.datasets.houses;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.datasets.table.CategoryEncoding;
import org.mtlbench.datasets.table.FeatureColumn;
import org.mtlbench.datasets.table.Table;
import org.mtlbench.datasets.table.TableData;
import org.mtlbench.datasets.table.TargetColumns;

/**
 * The dataset {@code houses-synthetic}: a generated table of houses with eight numeric and three
 * categorical features and six tasks of different kinds, which share latent factors; see {@link
 * House}. 10% of the energy values and 5% of the labels of each task are missing. Needs no files.
 * Its results are not valid for real houses.
 */
public final class HousesPlugin implements DatasetPlugin<HousesConfig> {
  private static final double MISSING_ENERGY = 0.1;
  private static final double MISSING_LABELS = 0.05;

  private static final List<String> NUMBERS =
      List.of("area", "rooms", "year", "distance", "plot", "energy", "income", "floors");
  private static final int ENERGY = NUMBERS.indexOf("energy");
  private static final List<String> AMENITIES =
      List.of("garden", "garage", "balcony", "cellar", "pool");

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
        "houses-synthetic",
        "Houses (synthetic)",
        "",
        List.of("generated table, no files needed", "six tasks of different kinds"));
  }

  @Override
  public HousesConfig defaults() {
    return new HousesConfig(42, 4000, 1000, 2000, CategoryEncoding.ONE_HOT);
  }

  @Override
  public DatasetFacts facts(HousesConfig config, DataAccess access) {
    return data(config).facts(true);
  }

  @Override
  public Dataset open(HousesConfig config, DataAccess access, NDManager manager) {
    return data(config).open(manager);
  }

  /** Generates the table; the rows of a split do not depend on the sizes of the others. */
  private static TableData data(HousesConfig config) {
    int rows = config.trainSize() + config.validationSize() + config.testSize();
    Columns columns = new Columns(rows);
    Randomness randomness = new Randomness(config.seed());
    int row = 0;
    for (SplitName split : SplitName.values()) {
      int size =
          switch (split) {
            case TRAIN -> config.trainSize();
            case VALIDATION -> config.validationSize();
            case TEST -> config.testSize();
          };
      RandomGenerator random = randomness.stream("houses of " + split);
      for (int i = 0; i < size; i++) {
        columns.splits[row] = split;
        columns.draw(row, random);
        row++;
      }
    }
    return TableData.fit(columns.table(), config.categoryEncoding());
  }

  /** The cells of the table. */
  private static final class Columns {
    private final SplitName[] splits;
    private final double[][] numbers;
    private final int[][] categories;
    private final double[] prices;
    private final double[] days;
    private final int[] conditions;
    private final int[] lets;
    private final byte[][] amenities;
    private final double[][] costs;

    Columns(int rows) {
      splits = new SplitName[rows];
      numbers = new double[NUMBERS.size()][rows];
      categories = new int[3][rows];
      prices = new double[rows];
      days = new double[rows];
      conditions = new int[rows];
      lets = new int[rows];
      amenities = new byte[AMENITIES.size()][rows];
      costs = new double[2][rows];
    }

    void draw(int row, RandomGenerator random) {
      House house = House.draw(random);
      double[] drawn = {
        house.area(),
        house.rooms(),
        house.year(),
        house.distance(),
        house.plot(),
        house.energy(),
        house.income(),
        house.floors()
      };
      for (int c = 0; c < drawn.length; c++) {
        numbers[c][row] = drawn[c];
      }
      categories[0][row] = house.district();
      categories[1][row] = house.type();
      categories[2][row] = house.heating();
      prices[row] = house.price();
      days[row] = house.days();
      conditions[row] = house.condition();
      lets[row] = house.let();
      boolean[] has = house.amenities();
      for (int a = 0; a < has.length; a++) {
        amenities[a][row] = (byte) (has[a] ? 1 : 0);
      }
      double[] yearly = house.costs();
      costs[0][row] = yearly[0];
      costs[1][row] = yearly[1];
      forget(row, random);
    }

    private void forget(int row, RandomGenerator random) {
      if (random.nextDouble() < MISSING_ENERGY) {
        numbers[ENERGY][row] = Double.NaN;
      }
      if (random.nextDouble() < MISSING_LABELS) {
        prices[row] = Double.NaN;
      }
      if (random.nextDouble() < MISSING_LABELS) {
        days[row] = Double.NaN;
      }
      if (random.nextDouble() < MISSING_LABELS) {
        conditions[row] = -1;
      }
      if (random.nextDouble() < MISSING_LABELS) {
        lets[row] = -1;
      }
      for (byte[] amenity : amenities) {
        if (random.nextDouble() < MISSING_LABELS) {
          amenity[row] = -1;
        }
      }
      if (random.nextDouble() < MISSING_LABELS) {
        costs[0][row] = Double.NaN;
        costs[1][row] = Double.NaN;
      }
    }

    Table table() {
      List<FeatureColumn> features = new ArrayList<>();
      for (int c = 0; c < numbers.length; c++) {
        features.add(new FeatureColumn.Numbers(NUMBERS.get(c), numbers[c]));
      }
      features.add(
          new FeatureColumn.Categories("district", numbered("d", House.DISTRICTS), categories[0]));
      features.add(
          new FeatureColumn.Categories(
              "type", List.of("flat", "terraced", "semi-detached", "detached"), categories[1]));
      features.add(
          new FeatureColumn.Categories(
              "heating", List.of("district", "oil", "gas", "heat-pump"), categories[2]));
      return new Table(
          splits,
          features,
          List.of(
              new TargetColumns.Numbers("price", List.of("price"), List.of(prices)),
              new TargetColumns.Numbers("days", List.of("days"), List.of(days)),
              new TargetColumns.Classes(
                  "condition", List.of("poor", "fair", "good", "as-new"), conditions),
              new TargetColumns.Classes("let", List.of("no", "yes"), lets),
              new TargetColumns.Labels("amenities", AMENITIES, List.of(amenities)),
              new TargetColumns.Numbers(
                  "costs", List.of("heating-costs", "power-costs"), List.of(costs))));
    }

    private static List<String> numbered(String prefix, int count) {
      List<String> names = new ArrayList<>();
      for (int i = 1; i <= count; i++) {
        names.add(prefix + i);
      }
      return names;
    }
  }
}
