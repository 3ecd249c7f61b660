/**
 * Files and directories that are the process's own: private to its user, and on the disk when a
 * write returns. May use the JDK alone.
 */
@NullMarked
package io.github.youtubeupload.internal.files;

import org.jspecify.annotations.NullMarked;
