package io.github.youtubeupload.internal.files;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Where sources are spooled; made when the first one asks for it.
 *
 * @param shared whether it lies where others can make names, so that who made it must be checked
 */
public record SpoolDirectory(Path path, boolean shared) {

  /** Below a state directory, which is the host's choice and private already. */
  public static SpoolDirectory below(Path stateDirectory) {
    return new SpoolDirectory(stateDirectory.resolve("spool"), false);
  }

  /** For hosts without a state directory: one for each user among the temporary files. */
  public static SpoolDirectory temporary(Path directory, String user) {
    String name = "youtube-upload-spool-" + user.replaceAll("[^A-Za-z0-9._-]", "_");
    return new SpoolDirectory(directory.resolve(name), true);
  }

  /** Makes it, readable by its owner only, if it is missing. */
  public Path open() throws IOException {
    try {
      return (shared ? PrivateDirectory.openOwn(path) : PrivateDirectory.open(path)).path();
    } catch (IOException e) {
      String hint = shared ? "; set a state directory to have it elsewhere" : "";
      throw new IOException("Cannot use the spool directory: " + e.getMessage() + hint, e);
    }
  }
}
