/** What holds for every request: errors as JSON, headers, limits, the page. */
@NullMarked
package io.github.youtubeupload.examples.backend.web;

import org.jspecify.annotations.NullMarked;
