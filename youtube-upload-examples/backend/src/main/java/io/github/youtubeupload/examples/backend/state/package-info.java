/**
 * What outlasts the process: the private directory and the key that encrypts what is in it. Uses
 * nothing else of the service.
 */
@NullMarked
package io.github.youtubeupload.examples.backend.state;

import org.jspecify.annotations.NullMarked;
