package io.github.unrolled.share;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.internal.Streams;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.unrolled.math.Decimals;
import io.github.unrolled.math.JvmDecimals;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a file as texts, as a page hands them to {@link ExperimentFile#read}. */
final class JsonFields {
  private static final Decimals DECIMALS = new JvmDecimals();

  private JsonFields() {}

  /** Fields as the page hands them over. */
  static NamedTexts texts(Map<String, String> fields) {
    NamedTexts texts = new NamedTexts();
    fields.forEach(texts::add);
    return texts;
  }

  /** The fields, or null if the text is not a JSON object. */
  static @Nullable Map<String, String> of(String json) {
    JsonElement parsed = parse(json);
    if (parsed == null || !parsed.isJsonObject()) {
      return null;
    }
    Map<String, String> fields = new LinkedHashMap<>();
    parsed.getAsJsonObject().asMap().forEach((name, value) -> fields.put(name, field(value)));
    return fields;
  }

  private static @Nullable JsonElement parse(String json) {
    try (JsonReader reader = new JsonReader(new StringReader(json))) {
      reader.setStrictness(Strictness.STRICT);
      JsonElement parsed = Streams.parse(reader);
      return reader.peek() == JsonToken.END_DOCUMENT ? parsed : null;
    } catch (JsonParseException | IOException e) {
      return null;
    }
  }

  private static String field(JsonElement value) {
    if (!value.isJsonArray()) {
      return element(value);
    }
    List<String> elements = new ArrayList<>();
    value.getAsJsonArray().forEach(each -> elements.add(element(each)));
    return String.join(",", elements);
  }

  private static String element(JsonElement value) {
    if (!(value instanceof JsonPrimitive primitive)) {
      return "";
    }
    return primitive.isNumber() ? DECIMALS.exact(primitive.getAsDouble()) : primitive.getAsString();
  }
}
