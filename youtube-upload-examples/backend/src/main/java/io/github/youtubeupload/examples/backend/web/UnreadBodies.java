package io.github.youtubeupload.examples.backend.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Closes a connection without reading what is still coming. Tomcat reads the rest of a refused
 * body, so that its sender can read the refusal; a crowd of slow senders would hold all threads
 * that way.
 */
@Configuration(proxyBeanMethods = false)
class UnreadBodies {
  private static final String ATTRIBUTE = UnreadBodies.class.getName();

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> unreadBodiesValve() {
    return server -> server.addEngineValves(new Handle());
  }

  static void drop(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Runnable close) {
      close.run();
    }
  }

  private static final class Handle extends ValveBase {
    Handle() {
      super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
      Runnable close =
          () -> request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
      request.setAttribute(ATTRIBUTE, close);
      getNext().invoke(request, response);
    }
  }
}
