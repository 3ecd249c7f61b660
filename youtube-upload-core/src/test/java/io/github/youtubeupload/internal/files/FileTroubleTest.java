package io.github.youtubeupload.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each cause is called by its name, and what to do is said. */
class FileTroubleTest {
  @TempDir Path directory;

  private String explained(IOException failure) {
    return FileTrouble.explain(directory.resolve("uploads"), failure);
  }

  @Test
  void aReadOnlyMountIsCalledOne() {
    assertThat(explained(new FileSystemException("f", null, "Read-only file system")))
        .isEqualTo(
            "the file system of "
                + (directory
                    + " is mounted read-only: mount it writable, or choose another place"));
  }

  @Test
  void aMissingPermissionNamesTheFileAndTheUser() {
    assertThat(explained(new AccessDeniedException("/var/lib/app/uploads")))
        .isEqualTo(
            "the user of this process may not use /var/lib/app/uploads: give it to that user, or the"
                + " right to read and write there");
  }

  @Test
  void aFullDiskIsCalledFull() {
    for (String said :
        new String[] {"No space left on device", "Disk quota exceeded", "File too large"}) {
      assertThat(explained(new FileSystemException("f", null, said)))
          .startsWith("there is no room left for " + directory)
          .contains(said)
          .endsWith("make room and try again");
    }
  }

  @Test
  void aFileInPlaceOfADirectoryIsFoundWhereverItStands() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));
    for (Path wanted : new Path[] {file, file.resolve("uploads"), file.resolve("a/b")}) {
      IOException failure =
          catchThrowableOfType(IOException.class, () -> PrivateDirectory.open(wanted));
      assertThat(FileTrouble.explain(wanted, failure))
          .isEqualTo(
              file + " is a file where a directory must be: move it away, or choose another place");
    }
  }

  @Test
  void aDirectoryThatWentAwayIsNotCalledAFile() throws IOException {
    PrivateDirectory gone = PrivateDirectory.open(directory.resolve("uploads"));
    Files.delete(gone.path());
    IOException failure = catchThrowableOfType(IOException.class, gone::requirePresent);
    assertThat(explained(failure)).contains("was there and is gone", "put it back");
  }

  @Test
  void anythingElseIsSaidAsItIs() {
    assertThat(explained(new FileSystemException("f", null, "Input/output error")))
        .isEqualTo("FileSystemException (Input/output error)");
  }
}
