/**
 * What the operator decides by the environment: read once, checked, immutable. Begin with {@link
 * io.github.youtubeupload.examples.backend.settings.BackendSettings}. Uses nothing else of the
 * service.
 */
@NullMarked
package io.github.youtubeupload.examples.backend.settings;

import org.jspecify.annotations.NullMarked;
