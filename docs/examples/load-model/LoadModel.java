import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.repository.zoo.Criteria;
import ai.djl.translate.NoopTranslator;
import java.nio.file.Path;

/** Predicts with an archive of 'model export'; needs only DJL: java -cp 'djl/*' LoadModel.java FILE */
class LoadModel {
  public static void main(String[] arguments) throws Exception {
    var criteria =
        Criteria.builder()
            .setTypes(NDList.class, NDList.class)
            .optModelPath(Path.of(arguments[0]))
            .optTranslator(new NoopTranslator())
            .build();
    try (var model = criteria.loadModel();
        var predictor = model.newPredictor();
        var images = model.getNDManager().ones(new Shape(2, 1, 28, 28))) {
      predictor.predict(new NDList(images)).forEach(task -> System.out.println(task.argMax(1)));
    }
  }
}
