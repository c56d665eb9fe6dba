package org.mtlbench.toolbox.torchscript;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A TorchScript function: runs any number of ATen operators in one native call. */
public final class ScriptFunction {
  /** An instance of the class {@code M} whose only attribute is {@code training = False}. */
  private static final byte[] INSTANCE =
      "\u0080\u0002c__torch__\nM\n)\u0081}X\u0008\u0000\u0000\u0000training\u0089sb."
          .getBytes(StandardCharsets.ISO_8859_1);

  /** An empty tuple. */
  private static final byte[] NO_CONSTANTS = "\u0080\u0002).".getBytes(StandardCharsets.ISO_8859_1);

  private final PtSymbolBlock module;
  private final PtNDManager manager;

  private ScriptFunction(PtSymbolBlock module, PtNDManager manager) {
    this.module = module;
    this.manager = manager;
  }

  /**
   * Compiles a function.
   *
   * @param arguments parameters in TorchScript notation, for example {@code x: Tensor, ys:
   *     List[Tensor], rate: float}
   * @param body statements as in TorchScript's serialised code, one per line, with operators
   *     written {@code ops.aten.NAME(...)}; the last one is {@code return TENSOR}
   * @param manager owns the compiled function and its results, and frees them when it is closed
   */
  public static ScriptFunction compile(String arguments, String body, NDManager manager) {
    String code =
        "class M(Module):\n  training : bool\n  def forward(self: __torch__.M, "
            + arguments
            + ") -> Tensor:\n"
            + body.strip().indent(4);
    PtNDManager owner = (PtNDManager) manager;
    try {
      return new ScriptFunction(
          JniUtils.loadModule(owner, new ByteArrayInputStream(archive(code)), false, false), owner);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs the function for its side effects; the result is dropped.
   *
   * @param arguments in the order of the parameters; closed afterwards
   */
  public void run(IValue... arguments) {
    try {
      module.forward(arguments).close();
    } finally {
      for (IValue argument : arguments) {
        argument.close();
      }
    }
  }

  /**
   * Runs the function for its result.
   *
   * @param arguments in the order of the parameters; closed afterwards
   * @return a new tensor, which belongs to the open scope or otherwise to the function's manager
   */
  public NDArray call(IValue... arguments) {
    // Results of a script cannot be recorded in a graph or modified, but copies can.
    try (IValue result = module.forward(arguments);
        NDArray found = result.toTensor(manager)) {
      return found.duplicate();
    } finally {
      for (IValue argument : arguments) {
        argument.close();
      }
    }
  }

  /** A tensor as an argument. */
  public static IValue tensor(NDArray tensor) {
    return IValue.from((PtNDArray) tensor);
  }

  /** A list of tensors as an argument. */
  public static IValue tensors(List<NDArray> tensors) {
    return IValue.listFrom(tensors.stream().map(PtNDArray.class::cast).toArray(PtNDArray[]::new));
  }

  private static byte[] archive(String code) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setMethod(ZipOutputStream.STORED);
      put(zip, "m/data.pkl", INSTANCE);
      put(zip, "m/code/__torch__.py", code.getBytes(StandardCharsets.UTF_8));
      put(zip, "m/constants.pkl", NO_CONSTANTS);
      put(zip, "m/version", "3\n".getBytes(StandardCharsets.US_ASCII));
    }
    return bytes.toByteArray();
  }

  /** Adds an uncompressed entry, whose size and checksum must be known in advance. */
  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setSize(content.length);
    entry.setCompressedSize(content.length);
    entry.setCrc(checksum.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
