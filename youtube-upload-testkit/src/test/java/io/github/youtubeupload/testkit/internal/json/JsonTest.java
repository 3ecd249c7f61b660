package io.github.youtubeupload.testkit.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  @Test
  void readsEveryKindOfValue() {
    Object value =
        Json.read(" {\"a\" : [1, -2.5e3, true, false, null, \"\\u00e9\\n\\\"\"], \"b\":{}} ");

    assertThat(value)
        .isEqualTo(
            Json.object(
                "a", List.of(1L, -2500.0, true, false, Json.NULL, "é\n\""), "b", Json.object()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[1,]",
        "{\"a\"}",
        "{\"a\":1,}",
        "{\"a\":1,\"a\":2}",
        "01",
        "1.",
        "+1",
        "nul",
        "\"\u0001\"",
        "\"\\x\"",
        "\"\\u12g4\"",
        "[] []",
        "'a'",
        "{a:1}",
        "NaN"
      })
  void refusesWhatIsNotJson(String text) {
    assertThatThrownBy(() -> Json.read(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesWhatIsNestedTooDeeplyButNotWhatIsLong() {
    assertThatThrownBy(() -> Json.read("[".repeat(65) + "]".repeat(65)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat((List<?>) Json.read("[" + "[[]],{\"a\":{}},".repeat(200) + "1]")).hasSize(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"a\":[1,2.5,true,null,\"x\"],\"b\":{},\"c\":[]}", "\"\\\"\\\\\\u000a\""})
  void writesWhatItReads(String text) {
    assertThat(Json.write(Json.read(text))).isEqualTo(text);
  }

  @Test
  void escapesWhatABrowserOrALogCouldTrip() {
    assertThat(Json.write("\u2028\uD83C\uDFAC")).isEqualTo("\"\\u2028\\ud83c\\udfac\"");
  }
}
