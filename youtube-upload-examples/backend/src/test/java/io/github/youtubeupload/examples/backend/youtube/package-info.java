@NullMarked
package io.github.youtubeupload.examples.backend.youtube;

import org.jspecify.annotations.NullMarked;
