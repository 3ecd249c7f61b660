package io.github.youtubeupload.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The module as a user has it on the module path, while these tests run on the class path. */
class ModulePathTest {
  private static final String NAME = "io.github.youtubeupload.testkit";

  @Test
  void exportsTheApiAndNothingElse() throws Exception {
    ModuleDescriptor module = module().descriptor();

    assertThat(module.exports()).extracting(ModuleDescriptor.Exports::source).containsExactly(NAME);
    assertThat(module.isOpen()).isFalse();
  }

  @Test
  void startsAServerInANamedModule() throws Exception {
    Class<?> server = module().loader().loadClass(FakeYouTube.class.getName());
    Object youtube = server.getMethod("start").invoke(null);
    try (AutoCloseable closing = (AutoCloseable) youtube) {
      assertThat(server.getModule().getName()).isEqualTo(NAME);
      assertThat(URI.create(server.getMethod("rootUrl").invoke(closing).toString()).getPort())
          .isPositive();
    }
  }

  private record Loaded(ModuleDescriptor descriptor, ClassLoader loader) {}

  private static Loaded module() throws Exception {
    URI classes = FakeYouTube.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    Configuration configuration =
        ModuleLayer.boot()
            .configuration()
            .resolve(ModuleFinder.of(Path.of(classes)), ModuleFinder.of(), Set.of(NAME));
    ModuleLayer layer =
        ModuleLayer.boot()
            .defineModulesWithOneLoader(configuration, ClassLoader.getSystemClassLoader());
    return new Loaded(layer.findModule(NAME).orElseThrow().getDescriptor(), layer.findLoader(NAME));
  }
}
