@NullMarked
package io.github.youtubeupload.testkit.internal.server;

import org.jspecify.annotations.NullMarked;
