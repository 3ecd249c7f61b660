@NullMarked
package io.github.youtubeupload.examples.backend;

import org.jspecify.annotations.NullMarked;
