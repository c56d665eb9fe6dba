package org.mtlbench.engine.worker;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.architecture.Weight;

/** A fingerprint of a model's bits: two runs agree in every weight exactly if it is equal. */
final class WeightChecksum {
  private WeightChecksum() {}

  /** SHA-256 over names, shapes and values of all weights, buffers included; lower-case hex. */
  static String of(Model model) {
    Hasher hasher = Hashing.sha256().newHasher();
    for (Weight weight : model.weights()) {
      hasher.putString(weight.toString(), StandardCharsets.UTF_8);
      float[] values = weight.value().toFloatArray();
      ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
      bytes.asFloatBuffer().put(values);
      hasher.putBytes(bytes);
    }
    return hasher.hash().toString();
  }
}
