/**
 * Figures that can be checked: {@code ./mvnw -q -Pbench}, explained in docs/benchmarks.md.
 *
 * <p>START HERE: {@code Main} names what can be measured. Every measured client runs in a process
 * of its own ({@code ClientMain}), against a {@code FakeYouTube} in another one ({@code
 * ServerMain}), over TLS; the one that started both only waits, and makes a table.
 */
@NullMarked
package io.github.youtubeupload.benchmarks;

import org.jspecify.annotations.NullMarked;
