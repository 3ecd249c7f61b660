package io.github.youtubeupload.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class SpoolDirectoryTest {
  @TempDir private Path folder;

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void isItsOwnersAlone() throws IOException {
    assertThat(permissions(SpoolDirectory.below(folder).open())).isEqualTo("rwx------");
    assertThat(permissions(SpoolDirectory.temporary(folder, "ann").open())).isEqualTo("rwx------");
  }

  @Test
  void isClosedToOthersIfItWasOpen() throws IOException {
    SpoolDirectory spool = SpoolDirectory.temporary(folder, "ann");
    Files.createDirectory(spool.path());
    Files.setPosixFilePermissions(spool.path(), PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThat(permissions(spool.open())).isEqualTo("rwx------");
  }

  @Test
  void isAnotherOneForEveryUser() {
    Path ann = SpoolDirectory.temporary(folder, "ann").path();
    assertThat(ann).isNotEqualTo(SpoolDirectory.temporary(folder, "bob").path());
    assertThat(SpoolDirectory.temporary(folder, "FARM\\ann/../..").path()).hasParentRaw(folder);
  }

  @Test
  void followsNoLinkThatAnybodyMayHaveMade() throws IOException {
    Path target = Files.createDirectory(folder.resolve("public"));
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    SpoolDirectory spool = SpoolDirectory.temporary(folder, "ann");
    Files.createSymbolicLink(spool.path(), target);
    assertThatThrownBy(spool::open).hasMessageContaining("is a file or a link");
    assertThat(permissions(target)).isEqualTo("rwxr-xr-x");
  }

  @Test
  void isNotOneThatSomebodyElseMade() throws IOException {
    SpoolDirectory spool = SpoolDirectory.temporary(folder, "ann");
    Files.createDirectory(spool.path());
    assumeTrue(givenAway(spool.path()), "only root can give a directory away");
    assertThatThrownBy(spool::open)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("belongs to another user, nobody")
        .hasMessageContaining("set a state directory");
  }

  private static boolean givenAway(Path path) {
    try {
      var users = path.getFileSystem().getUserPrincipalLookupService();
      Files.setOwner(path, users.lookupPrincipalByName("nobody"));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
