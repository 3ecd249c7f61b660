package io.github.youtubeupload.internal.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.client.http.AbstractHttpContent;
import com.google.api.client.http.ByteArrayContent;
import com.google.api.client.http.HttpContent;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.LowLevelHttpRequest;
import com.google.api.client.http.LowLevelHttpResponse;
import com.google.api.client.testing.http.MockLowLevelHttpResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a transport or a parser throws is a lost answer; what the body throws is the body's. */
class ForeignFaultsTest {
  private static final URI ROOT = URI.create("https://youtube.example/");
  private static final URI SESSION = URI.create("https://youtube.example/upload?upload_id=secret");

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anUncheckedExceptionOfATransportIsALostAnswer(boolean before) {
    Reply.Lost lost =
        (Reply.Lost)
            ask(
                request -> {
                  if (!before) {
                    request.getStreamingContent().writeTo(OutputStream.nullOutputStream());
                  }
                  throw new IllegalArgumentException("bad URL " + SESSION);
                });

    assertThat(lost.surelyNotSent()).isEqualTo(before);
    assertThat(lost.cause()).hasMessageNotContaining("secret").hasNoCause();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Age: old",
        "Content-Length: x",
        "Content-Type: text/plain; charset=nonsense",
        "Content-Type: /",
        "Content-Encoding: gzip"
      })
  void anAnswerThatGooglesClientCannotReadIsLost(String header) {
    String[] sides = header.split(": ", 2);
    Reply reply =
        ask(
            request -> {
              MockLowLevelHttpResponse response = new MockLowLevelHttpResponse();
              response.setStatusCode(200).setContent("{\"id\":").addHeader(sides[0], sides[1]);
              if (sides[0].equals("Content-Type")) {
                response.setContentType(sides[1]);
              }
              if (sides[0].equals("Content-Encoding")) {
                response.setContentEncoding(sides[1]);
              }
              return response;
            });

    assertThat(reply).isInstanceOf(Reply.Lost.class);
  }

  @Test
  void aHeaderWithoutANameIsALostAnswer() {
    assertThat(
            ask(request -> new MockLowLevelHttpResponse().setStatusCode(308).addHeader(null, "x")))
        .isInstanceOf(Reply.Lost.class);
  }

  @Test
  void whatTheBodyThrowsUncheckedPassesThrough() {
    IllegalStateException own = new IllegalStateException("the journal's");
    assertThatThrownBy(() -> send(() -> own, wrapping())).isSameAs(own);
    assertThatThrownBy(() -> send(() -> own, straight())).isSameAs(own);
  }

  @Test
  void whatTheSourceThrowsIsTheCauseEvenIfATransportWrapsIt() {
    IOException own = new IOException("the source's");
    assertThat(((Reply.Lost) send(() -> own, wrapping())).cause()).isSameAs(own);
    assertThat(((Reply.Lost) send(() -> own, straight())).cause()).isSameAs(own);
  }

  @Test
  void whatTheConnectionThrowsIntoTheBodyIsNotTheBodys() {
    Reply reply =
        protocol(
                request -> {
                  request
                      .getStreamingContent()
                      .writeTo(
                          new OutputStream() {
                            @Override
                            public void write(int b) {
                              throw new IllegalStateException("closed");
                            }
                          });
                  return new MockLowLevelHttpResponse();
                })
            .send(
                "Bearer t",
                SESSION,
                new ContentRange(0, 3, OptionalLong.of(3)),
                new ByteArrayContent("video/mp4", new byte[3]));

    assertThat(reply).isInstanceOf(Reply.Lost.class);
  }

  private interface Exchange {
    LowLevelHttpResponse execute(LowLevelHttpRequest request) throws IOException;
  }

  private static Exchange straight() {
    return request -> {
      request.getStreamingContent().writeTo(OutputStream.nullOutputStream());
      return new MockLowLevelHttpResponse();
    };
  }

  private static Exchange wrapping() {
    return request -> {
      try {
        request.getStreamingContent().writeTo(OutputStream.nullOutputStream());
        return new MockLowLevelHttpResponse();
      } catch (IOException | RuntimeException e) {
        throw new IOException("wrapped", e);
      }
    };
  }

  private static Reply send(Supplier<Exception> fault, Exchange exchange) {
    HttpContent content =
        new AbstractHttpContent("video/mp4") {
          @Override
          public long getLength() {
            return 3;
          }

          @Override
          public void writeTo(OutputStream out) throws IOException {
            Exception thrown = fault.get();
            if (thrown instanceof IOException io) {
              throw io;
            }
            throw (RuntimeException) thrown;
          }
        };
    return protocol(exchange)
        .send("Bearer t", SESSION, new ContentRange(0, 3, OptionalLong.of(3)), content);
  }

  private static Reply ask(Exchange exchange) {
    return protocol(exchange).ask("Bearer t", SESSION, OptionalLong.of(3));
  }

  private static SessionProtocol protocol(Exchange exchange) {
    HttpTransport transport =
        new HttpTransport() {
          @Override
          public boolean supportsMethod(String method) {
            return true;
          }

          @Override
          protected LowLevelHttpRequest buildRequest(String method, String url) {
            return new LowLevelHttpRequest() {
              @Override
              public void addHeader(String name, String value) {}

              @Override
              public LowLevelHttpResponse execute() throws IOException {
                return exchange.execute(this);
              }
            };
          }
        };
    Duration second = Duration.ofSeconds(1);
    return new SessionProtocol(
        transport, ROOT, new SessionProtocol.Timeouts(second, second, second), "test-app");
  }
}
