package io.github.youtubeupload.examples.backend.account;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import io.github.youtubeupload.examples.backend.settings.BackendSettings;
import io.github.youtubeupload.examples.backend.web.RateLimitFilter;
import io.github.youtubeupload.examples.backend.web.ReceivingLimitFilter;
import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/** Who may do what: people by the session cookie, programs by a bearer token. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
  private static final String API = "/api/**";

  @Bean
  SecurityFilterChain security(
      HttpSecurity http,
      BackendSettings settings,
      SignIn signIn,
      SignedInSessions sessions,
      AccessTokenIntrospector tokens,
      RefusalWriter refusals)
      throws Exception {
    return http.securityContext(context -> context.securityContextRepository(sessions))
        // a sign-in ends Tomcat's session and begins one of ours, under a new name
        .sessionManagement(session -> session.sessionFixation(fixation -> fixation.none()))
        .requestCache(AbstractHttpConfigurer::disable)
        .csrf(AbstractHttpConfigurer::disable) // CrossSiteFilter takes its place
        .headers(headers -> headers(headers, settings.secure()))
        .cors(cors -> cors.configurationSource(origins(settings)))
        .addFilterAfter(
            new RateLimitFilter(settings.limits().requestsPerMinute()), CorsFilter.class)
        .addFilterAfter(new ReceivingLimitFilter(), AuthorizationFilter.class)
        .addFilterBefore(new CrossSiteFilter(refusals), LogoutFilter.class)
        .oauth2Login(signIn::configure)
        .oauth2ResourceServer(
            bearer ->
                bearer
                    .opaqueToken(token -> token.introspector(tokens))
                    .authenticationEntryPoint(refusals))
        .logout(
            logout ->
                logout
                    .logoutRequestMatcher(pathPattern(HttpMethod.POST, "/api/youtube/signout"))
                    .logoutSuccessHandler(
                        new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT)))
        .exceptionHandling(failed -> failed.authenticationEntryPoint(refusals))
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                    .permitAll()
                    // its JSON may bring the token in the body
                    .requestMatchers(HttpMethod.POST, "/api/youtube/upload")
                    .permitAll()
                    .requestMatchers(HttpMethod.GET, "/api/youtube/me", "/api/youtube/quota")
                    .permitAll()
                    .requestMatchers(HttpMethod.OPTIONS, API)
                    .permitAll()
                    .requestMatchers(API)
                    .authenticated()
                    .anyRequest()
                    .permitAll())
        .build();
  }

  /** The cookie of those who are at the consent screen; it lives as long as Tomcat's session. */
  @Bean
  ServletContextInitializer consentCookie(BackendSettings settings) {
    return context -> context.getSessionCookieConfig().setSecure(settings.secure());
  }

  /** Tells browsers what the page may do: nothing from elsewhere, in nobody's frame. */
  private static void headers(HeadersConfigurer<HttpSecurity> headers, boolean secure) {
    headers
        .contentSecurityPolicy(
            csp ->
                csp.policyDirectives(
                    "default-src 'self'; frame-ancestors 'none'; base-uri 'none';"
                        + " form-action 'self'"))
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
        .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
        .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
        .addHeaderWriter(
            new DelegatingRequestMatcherHeaderWriter(
                pathPattern(API), new StaticHeadersWriter("Cache-Control", "no-store")));
    if (secure) {
      headers.httpStrictTransportSecurity(
          hsts -> hsts.requestMatcher(request -> true).includeSubDomains(false));
    } else {
      headers.httpStrictTransportSecurity(HeadersConfigurer.HstsConfig::disable);
    }
  }

  /** Pages of these origins may call with a bearer token, never with the session cookie. */
  private static CorsConfigurationSource origins(BackendSettings settings) {
    CorsConfiguration allowed = new CorsConfiguration();
    allowed.setAllowedOrigins(settings.corsOrigins());
    allowed.setAllowedMethods(List.of("GET", "POST", "DELETE"));
    allowed.setAllowedHeaders(List.of("Authorization", "Content-Type"));
    allowed.setExposedHeaders(List.of("Retry-After"));
    allowed.setAllowCredentials(false);
    UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
    source.registerCorsConfiguration(API, allowed);
    return source;
  }
}
