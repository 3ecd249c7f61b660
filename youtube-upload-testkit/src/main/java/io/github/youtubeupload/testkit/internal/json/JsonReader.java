package io.github.youtubeupload.testkit.internal.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A strict recursive-descent reader (RFC 8259); a name that comes twice is refused. */
final class JsonReader {
  private static final int MAX_DEPTH = 64;

  private final String text;
  private int at;
  private int depth;

  JsonReader(String text) {
    this.text = text;
  }

  Object document() {
    Object value = value();
    skipSpace();
    if (at < text.length()) {
      throw wrong("end of text expected");
    }
    return value;
  }

  private Object value() {
    skipSpace();
    char c = peek();
    return switch (c) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", Json.NULL);
      default -> number();
    };
  }

  private Map<String, Object> object() {
    enter();
    Map<String, Object> object = new LinkedHashMap<>();
    if (next('}')) {
      return object;
    }
    do {
      skipSpace();
      String name = string();
      require(':');
      if (object.put(name, value()) != null) {
        throw wrong("name \"" + name + "\" comes twice");
      }
    } while (next(','));
    require('}');
    depth--;
    return object;
  }

  private List<Object> array() {
    enter();
    List<Object> array = new ArrayList<>();
    if (next(']')) {
      return array;
    }
    do {
      array.add(value());
    } while (next(','));
    require(']');
    depth--;
    return array;
  }

  private String string() {
    if (peek() != '"') {
      throw wrong("string expected");
    }
    at++;
    StringBuilder out = new StringBuilder();
    while (true) {
      char c = take();
      if (c == '"') {
        return out.toString();
      } else if (c < ' ') {
        throw wrong("control character in a string");
      } else {
        out.append(c == '\\' ? escaped() : c);
      }
    }
  }

  private char escaped() {
    char c = take();
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw wrong("unknown escape");
    };
  }

  private char unicode() {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(take(), 16);
      if (digit < 0) {
        throw wrong("four hexadecimal digits expected");
      }
      code = code * 16 + digit;
    }
    return (char) code;
  }

  private Object word(String word, Object value) {
    if (!text.startsWith(word, at)) {
      throw wrong("value expected");
    }
    at += word.length();
    return value;
  }

  private Object number() {
    int start = at;
    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String digits = text.substring(start, at);
    if (!digits.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?")) {
      throw wrong("value expected");
    }
    return digits.matches("-?\\d{1,18}") ? (Object) Long.valueOf(digits) : Double.valueOf(digits);
  }

  private void enter() {
    at++;
    if (++depth > MAX_DEPTH) {
      throw wrong("nested too deeply");
    }
  }

  /** Takes {@code c} if it comes next; a closing bracket taken here also ends its level. */
  private boolean next(char c) {
    skipSpace();
    boolean found = peek() == c;
    if (found) {
      at++;
      depth -= c == ',' ? 0 : 1;
    }
    return found;
  }

  private void require(char c) {
    skipSpace();
    if (take() != c) {
      throw wrong("'" + c + "' expected");
    }
  }

  private char take() {
    char c = peek();
    at++;
    return c;
  }

  private char peek() {
    if (at >= text.length()) {
      throw wrong("text ends too early");
    }
    return text.charAt(at);
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException("Not JSON at character " + at + ": " + what);
  }
}
