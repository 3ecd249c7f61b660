@NullMarked
package io.github.youtubeupload.examples.backend.settings;

import org.jspecify.annotations.NullMarked;
