/**
 * Files and directories on the disk: those that are the process's own, private to its user and on
 * the disk when a write returns; locks between processes; what a file is known by; and where a
 * spooled one lies. May use the JDK alone. Begin with {@link
 * io.github.youtubeupload.internal.files.PrivateDirectory}.
 */
@NullMarked
package io.github.youtubeupload.internal.files;

import org.jspecify.annotations.NullMarked;
