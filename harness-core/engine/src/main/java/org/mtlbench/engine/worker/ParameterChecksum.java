package org.mtlbench.engine.worker;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.layer.Parameter;

/** A fingerprint of a model's bits: equal if and only if all parameters are bitwise equal. */
final class ParameterChecksum {
  private ParameterChecksum() {}

  /** SHA-256 over names, shapes and values of all parameters, buffers included; lower-case hex. */
  static String of(Model model) {
    Hasher hasher = Hashing.sha256().newHasher();
    for (Parameter parameter : model.parameters()) {
      hasher.putString(parameter.toString(), StandardCharsets.UTF_8);
      float[] values = parameter.value().toFloatArray();
      ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
      bytes.asFloatBuffer().put(values);
      hasher.putBytes(bytes);
    }
    return hasher.hash().toString();
  }
}
