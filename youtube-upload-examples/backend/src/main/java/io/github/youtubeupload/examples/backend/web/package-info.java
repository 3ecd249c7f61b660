/**
 * What holds for every request: errors as JSON, headers, limits, the page. Begin with {@link
 * io.github.youtubeupload.examples.backend.web.ApiException}. Uses {@code settings}, {@code state}
 * and {@code youtube}.
 */
@NullMarked
package io.github.youtubeupload.examples.backend.web;

import org.jspecify.annotations.NullMarked;
