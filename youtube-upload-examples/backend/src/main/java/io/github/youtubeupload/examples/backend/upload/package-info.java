/** From a request to a running upload, and from an upload to what its owner is shown. */
@NullMarked
package io.github.youtubeupload.examples.backend.upload;

import org.jspecify.annotations.NullMarked;
