package org.mtlbench.results.json;

import com.fasterxml.jackson.core.JsonGenerationException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import java.io.IOException;

/** Rejects NaN and infinite numbers, which JSON cannot represent, anywhere in a record or tree. */
final class FiniteNumbers extends JsonGeneratorDelegate {
  FiniteNumbers(JsonGenerator out) {
    super(out, false);
  }

  @Override
  public void writeNumber(double value) throws IOException {
    if (!Double.isFinite(value)) {
      throw rejected(value);
    }
    super.writeNumber(value);
  }

  @Override
  public void writeNumber(float value) throws IOException {
    if (!Float.isFinite(value)) {
      throw rejected(value);
    }
    super.writeNumber(value);
  }

  @Override
  public void writeArray(double[] values, int offset, int length) throws IOException {
    writeStartArray(values, length);
    for (int i = offset; i < offset + length; i++) {
      writeNumber(values[i]);
    }
    writeEndArray();
  }

  private IOException rejected(double value) {
    JsonStreamContext context = getOutputContext();
    // Inside an array the context still points at the previous element.
    String place =
        context.inArray()
            ? context.getParent().pathAsPointer() + "/" + (context.getCurrentIndex() + 1)
            : context.pathAsPointer().toString();
    return new JsonGenerationException(
        place + ": " + value + " is not allowed; allowed: a finite number", this);
  }
}
