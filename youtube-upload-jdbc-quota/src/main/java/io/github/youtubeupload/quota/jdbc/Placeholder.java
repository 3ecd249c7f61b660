package io.github.youtubeupload.quota.jdbc;

import jakarta.persistence.EntityManagerFactory;
import java.util.List;

/** Stands in until the module has its first class; it keeps the dependency analysis honest. */
public final class Placeholder {
  static final List<Class<?>> needs =
      List.of(io.github.youtubeupload.Placeholder.class, EntityManagerFactory.class);

  private Placeholder() {}
}
