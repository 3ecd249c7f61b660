/** For those who run the service: metrics, health, and a call when an upload fails. */
@NullMarked
package io.github.youtubeupload.examples.backend.ops;

import org.jspecify.annotations.NullMarked;
