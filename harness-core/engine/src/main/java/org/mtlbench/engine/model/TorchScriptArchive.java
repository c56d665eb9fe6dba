package org.mtlbench.engine.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.mtlbench.api.error.ErrorCategory;
import org.mtlbench.api.error.HarnessException;

/**
 * A model as a TorchScript archive, which any libtorch loads: {@code torch.jit.load} in Python,
 * {@code torch::jit::load} in C++. Its {@code forward} takes the inputs of the model, float32 with
 * the batch first, and returns a list of the outputs of the tasks.
 */
public final class TorchScriptArchive {
  private static final String ROOT = "model/";

  private final ModelGraph graph;
  private final Map<String, NDArray> tensors;

  private TorchScriptArchive(ModelGraph graph, Map<String, NDArray> tensors) {
    this.graph = graph;
    this.tensors = tensors;
  }

  /**
   * Writes a model.
   *
   * @param tensors the tensors that the graph reads, float32 or int32
   * @param out not closed
   * @throws IOException if the stream cannot be written
   * @throws HarnessException if the names of two tensors become one name in the archive, where
   *     every character other than letters and digits is replaced by {@code _}
   */
  public static void write(ModelGraph graph, Map<String, NDArray> tensors, OutputStream out)
      throws IOException {
    new TorchScriptArchive(graph, tensors).write(out);
  }

  private void write(OutputStream out) throws IOException {
    List<String> names = names();
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.setMethod(ZipOutputStream.STORED);
    put(zip, "data.pkl", pickle(names));
    put(zip, "code/__torch__.py", code(names).getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < names.size(); i++) {
      put(zip, "data/" + i, bytes(tensors.get(names.get(i))));
    }
    put(zip, "constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
    put(zip, "version", "3\n".getBytes(StandardCharsets.US_ASCII));
    zip.finish();
  }

  private List<String> names() {
    Set<String> read = new LinkedHashSet<>();
    graph.nodes().forEach(node -> read.addAll(node.operation().tensors()));
    Map<String, String> tensorOf = new HashMap<>();
    for (String name : read) {
      String other = tensorOf.put(Operation.attributeName(name), name);
      if (other != null) {
        throw new HarnessException(
            ErrorCategory.PLUGIN,
            "cannot write the tensors "
                + other
                + " and "
                + name
                + " to one archive: both become the attribute "
                + Operation.attributeName(name),
            "Rename one of these parameters in the architecture, so that they differ in letters or"
                + " digits");
      }
    }
    return List.copyOf(read);
  }

  private String code(List<String> names) {
    StringBuilder code = new StringBuilder("class M(Module):\n  __parameters__ = [");
    names.forEach(name -> code.append('"').append(Operation.attributeName(name)).append("\", "));
    code.append("]\n  __buffers__ = []\n  training : bool\n");
    names.forEach(
        name -> code.append("  ").append(Operation.attributeName(name)).append(" : Tensor\n"));
    code.append("  def forward(self: __torch__.M");
    for (int i = 0; i < graph.inputs(); i++) {
      code.append(",\n    x").append(i).append(": Tensor");
    }
    code.append(") -> List[Tensor]:\n");
    for (int i = 0; i < graph.nodes().size(); i++) {
      ModelGraph.Node node = graph.nodes().get(i);
      List<String> values = node.inputs().stream().map(input -> "v" + input).toList();
      code.append("    v").append(i).append(" = ");
      code.append(node.operation().script(values)).append('\n');
    }
    return code.append("    return [")
        .append(graph.outputs().stream().map(o -> "v" + o).collect(Collectors.joining(", ")))
        .append("]\n")
        .toString();
  }

  /** The module's attributes in Python's pickle format, protocol 2. */
  private byte[] pickle(List<String> names) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(new byte[] {(byte) 0x80, 2});
    ascii(out, "c__torch__\nM\n)\u0081}(");
    string(out, "training");
    out.write(0x89);
    for (int i = 0; i < names.size(); i++) {
      string(out, Operation.attributeName(names.get(i)));
      tensor(out, i, tensors.get(names.get(i)));
    }
    ascii(out, "ub.");
    return out.toByteArray();
  }

  /** {@code torch._utils._rebuild_tensor_v2(storage, 0, shape, strides, False, OrderedDict())}. */
  private static void tensor(ByteArrayOutputStream out, int key, NDArray tensor)
      throws IOException {
    long[] shape = tensor.getShape().getShape();
    ascii(out, "ctorch._utils\n_rebuild_tensor_v2\n((");
    string(out, "storage");
    ascii(
        out, "ctorch\n" + (tensor.getDataType() == DataType.INT32 ? "Int" : "Float") + "Storage\n");
    string(out, Integer.toString(key));
    string(out, "cpu");
    integer(out, tensor.size());
    ascii(out, "tQ");
    integer(out, 0);
    tuple(out, shape);
    tuple(
        out,
        IntStream.range(0, shape.length)
            .mapToLong(
                axis ->
                    IntStream.range(axis + 1, shape.length)
                        .mapToLong(i -> shape[i])
                        .reduce(1, (a, b) -> a * b))
            .toArray());
    out.write(0x89);
    ascii(out, "ccollections\nOrderedDict\n)RtR");
  }

  private static void tuple(ByteArrayOutputStream out, long... numbers) {
    out.write('(');
    for (long number : numbers) {
      integer(out, number);
    }
    out.write('t');
  }

  /** A number of 0 to 2^31 - 1. */
  private static void integer(ByteArrayOutputStream out, long number) {
    out.write('J');
    out.writeBytes(little(Math.toIntExact(number)));
  }

  private static void string(ByteArrayOutputStream out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.write('X');
    out.writeBytes(little(bytes.length));
    out.writeBytes(bytes);
  }

  private static byte[] little(int number) {
    return ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array();
  }

  private static void ascii(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static byte[] bytes(NDArray tensor) {
    ByteBuffer source = tensor.toByteBuffer().order(ByteOrder.nativeOrder());
    ByteBuffer target = ByteBuffer.allocate(source.remaining()).order(ByteOrder.LITTLE_ENDIAN);
    if (tensor.getDataType() == DataType.INT32) {
      target.asIntBuffer().put(source.asIntBuffer());
    } else {
      target.asFloatBuffer().put(source.asFloatBuffer());
    }
    return target.array();
  }

  /** Adds an uncompressed entry, whose size and checksum must be known in advance. */
  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(content);
    ZipEntry entry = new ZipEntry(ROOT + name);
    entry.setSize(content.length);
    entry.setCompressedSize(content.length);
    entry.setCrc(checksum.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
