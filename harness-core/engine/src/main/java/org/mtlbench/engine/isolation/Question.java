package org.mtlbench.engine.isolation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.engine.catalogue.ChosenDataset;
import org.mtlbench.engine.catalogue.Inspection;
import org.mtlbench.engine.catalogue.ModelScores;
import org.mtlbench.engine.catalogue.PluginDetails;
import org.mtlbench.engine.catalogue.Plugins;
import org.mtlbench.engine.catalogue.Sample;
import org.mtlbench.engine.matrix.MatrixSpec;
import org.mtlbench.engine.plan.Overrides;

/** A question to a plugin process: a call of a method of {@link Plugins} as data. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "question")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Question.Names.class, name = "names"),
  @JsonSubTypes.Type(value = Question.Details.class, name = "details"),
  @JsonSubTypes.Type(value = Question.Planning.class, name = "planning"),
  @JsonSubTypes.Type(value = Question.Inspecting.class, name = "inspecting"),
  @JsonSubTypes.Type(value = Question.Fetching.class, name = "fetching"),
  @JsonSubTypes.Type(value = Question.Sampling.class, name = "sampling"),
  @JsonSubTypes.Type(value = Question.Evaluating.class, name = "evaluating")
})
sealed interface Question {
  /** Calls the method on the plugins of this process; the result is written as JSON. */
  Object ask(Plugins plugins, ExchangeFolder folder) throws IOException, InterruptedException;

  /** Asks for the catalogue, which every answer contains; the result is empty. */
  record Names() implements Question {
    @Override
    public Object ask(Plugins plugins, ExchangeFolder folder) {
      return new Nothing();
    }
  }

  /** Asks for the details of plugins. */
  record Details(DataAccess access) implements Question {
    @Override
    public Described ask(Plugins plugins, ExchangeFolder folder) throws IOException {
      return new Described(plugins.details(access));
    }
  }

  /** Asks for a plan. */
  record Planning(
      MatrixSpec matrix, Optional<Long> seed, Optional<Double> budget, DataAccess access)
      implements Question {
    static Planning of(MatrixSpec matrix, Overrides overrides, DataAccess access) {
      return new Planning(
          matrix,
          overrides.seed().stream().boxed().findFirst(),
          overrides.budget().stream().boxed().findFirst(),
          access);
    }

    @Override
    public PlanDocument ask(Plugins plugins, ExchangeFolder folder) throws IOException {
      Overrides overrides =
          new Overrides(
              seed.map(OptionalLong::of).orElse(OptionalLong.empty()),
              budget.map(OptionalDouble::of).orElse(OptionalDouble.empty()));
      return PlanDocument.of(plugins.plan(matrix, overrides, access));
    }
  }

  /** Asks for the state of source files. */
  record Inspecting(List<ChosenDataset> datasets, DataAccess access) implements Question {
    @Override
    public Inspected ask(Plugins plugins, ExchangeFolder folder) throws IOException {
      return new Inspected(plugins.inspect(datasets, access));
    }
  }

  /** Requests a download, whose log is written to a file of the folder. */
  record Fetching(ChosenDataset dataset, DataAccess access) implements Question {
    @Override
    public Object ask(Plugins plugins, ExchangeFolder folder)
        throws IOException, InterruptedException {
      try (ExchangeFolder.Log log = folder.openLog()) {
        plugins.fetch(dataset, access, log::add);
      }
      return new Nothing();
    }
  }

  /** Asks for examples, whose pixels are written to a file of the folder. */
  record Sampling(Sample.Request request) implements Question {
    @Override
    public Sample ask(Plugins plugins, ExchangeFolder folder) throws IOException {
      return plugins.sample(request, folder.pixels());
    }
  }

  /** Asks for the scores of a saved model. */
  record Evaluating(ModelScores.Request request) implements Question {
    @Override
    public ModelScores ask(Plugins plugins, ExchangeFolder folder) throws IOException {
      return plugins.evaluate(request);
    }
  }

  /** The result of {@link Details}. */
  record Described(List<PluginDetails> plugins) {}

  /** The result of {@link Inspecting}. */
  record Inspected(List<Inspection> inspections) {}

  /** The result of questions without one. */
  record Nothing() {}
}
