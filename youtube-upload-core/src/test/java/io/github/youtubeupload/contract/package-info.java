/** What every implementation of an SPI has to pass; shipped in the test-jar. */
@NullMarked
package io.github.youtubeupload.contract;

import org.jspecify.annotations.NullMarked;
