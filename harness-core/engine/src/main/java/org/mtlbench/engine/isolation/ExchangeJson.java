package org.mtlbench.engine.isolation;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import org.mtlbench.engine.matrix.SearchRange;
import org.mtlbench.results.json.ResultsJson;

/** The JSON format of the questions to a plugin process and of its answers. */
final class ExchangeJson {
  private ExchangeJson() {}

  static JsonMapper mapper() {
    SimpleModule ranges = new SimpleModule("ranges");
    ranges.addSerializer(
        SearchRange.class,
        new JsonSerializer<SearchRange>() {
          @Override
          public void serialize(SearchRange range, JsonGenerator out, SerializerProvider provider)
              throws IOException {
            out.writeTree(range.tree());
          }
        });
    ranges.addDeserializer(
        SearchRange.class,
        new JsonDeserializer<SearchRange>() {
          @Override
          public SearchRange deserialize(JsonParser in, DeserializationContext context)
              throws IOException {
            return SearchRange.read(context.readTree(in), "");
          }
        });
    return ResultsJson.newMapper()
        .rebuild()
        .addModule(ranges)
        .annotationIntrospector(
            new JacksonAnnotationIntrospector() {
              private static final long serialVersionUID = 1L;

              /**
               * Components that a matrix file omits, such as the problems found in it, are
               * included.
               */
              @Override
              public boolean hasIgnoreMarker(AnnotatedMember member) {
                return false;
              }
            })
        .build();
  }
}
