/**
 * Videos that are not files yet: {@link io.github.youtubeupload.examples.render.RenderPipeline}
 * uploads while it renders, {@link io.github.youtubeupload.examples.render.RelayUrl} relays a
 * download URL.
 */
@NullMarked
package io.github.youtubeupload.examples.render;

import org.jspecify.annotations.NullMarked;
