package io.github.youtubeupload.examples.backend.web;

import io.github.youtubeupload.examples.backend.settings.BackendSettings;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/**
 * Pages of the allowed origins may call the API with a bearer token; never with the session cookie.
 */
@Configuration(proxyBeanMethods = false)
class CrossOrigin {

  @Bean
  FilterRegistrationBean<CorsFilter> corsFilter(BackendSettings settings) {
    CorsConfiguration allowed = new CorsConfiguration();
    allowed.setAllowedOrigins(settings.corsOrigins());
    allowed.setAllowedMethods(List.of("GET", "POST", "DELETE"));
    allowed.setAllowedHeaders(List.of("Authorization", "Content-Type"));
    allowed.setExposedHeaders(List.of("Retry-After"));
    allowed.setAllowCredentials(false);
    UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
    source.registerCorsConfiguration("/api/**", allowed);
    FilterRegistrationBean<CorsFilter> filter =
        new FilterRegistrationBean<>(new CorsFilter(source));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
    return filter;
  }
}
