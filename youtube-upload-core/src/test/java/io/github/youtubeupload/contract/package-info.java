/** What every implementation of an SPI must do: extend a contract, and run it over your own. */
@NullMarked
package io.github.youtubeupload.contract;

import org.jspecify.annotations.NullMarked;
