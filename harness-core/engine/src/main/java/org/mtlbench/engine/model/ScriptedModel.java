package org.mtlbench.engine.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Parameter;

/** A model loaded from a {@link TorchScriptArchive}; it predicts, but cannot be trained. */
public final class ScriptedModel implements Model {
  private final PtSymbolBlock module;
  private final PtNDManager manager;
  private final int inputs;

  private ScriptedModel(PtSymbolBlock module, PtNDManager manager, int inputs) {
    this.module = module;
    this.manager = manager;
    this.inputs = inputs;
  }

  /**
   * Loads an archive to the device of the manager.
   *
   * @param inputs number of inputs that it takes
   * @param manager owner of the model and of its predictions
   * @throws IOException if the stream cannot be read
   * @throws ai.djl.engine.EngineException if it is not an archive that PyTorch can load
   */
  public static ScriptedModel load(InputStream archive, int inputs, NDManager manager)
      throws IOException {
    PtNDManager owner = (PtNDManager) manager;
    return new ScriptedModel(JniUtils.loadModule(owner, archive, false, false), owner, inputs);
  }

  /**
   * Loads a recorded model to the device of the manager.
   *
   * @param manager owner of the model and of its predictions
   * @throws IOException if it cannot be written as an archive
   */
  public static ScriptedModel of(GraphRecorder.Recording model, NDManager manager)
      throws IOException {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    TorchScriptArchive.write(model.graph(), model.tensors(), archive);
    return load(new ByteArrayInputStream(archive.toByteArray()), model.graph().inputs(), manager);
  }

  @Override
  public List<NDArray> predict(List<NDArray> given, ForwardMode mode) {
    if (mode.training()) {
      throw new UnsupportedOperationException("a loaded model cannot be trained");
    }
    IValue[] arguments = new IValue[inputs];
    for (int i = 0; i < inputs; i++) {
      NDArray input = given.get(given.size() == 1 ? 0 : i);
      arguments[i] = IValue.from((PtNDArray) input);
    }
    try (IValue result = module.forward(arguments)) {
      NDList outputs = result.toNDList(manager);
      return new ArrayList<>(outputs);
    } finally {
      for (IValue argument : arguments) {
        argument.close();
      }
    }
  }

  /** None: the parameters are inside the archive. */
  @Override
  public List<Parameter> parameters() {
    return List.of();
  }
}
