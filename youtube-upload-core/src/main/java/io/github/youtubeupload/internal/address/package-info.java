/**
 * Which hosts a URL from outside may name and which addresses are public: rules without a network,
 * apart from {@link io.github.youtubeupload.internal.address.HostResolver}. Uses the JDK only.
 * Begin with the table in {@link io.github.youtubeupload.internal.address.AddressRules}; {@code
 * HostPolicy} asks it.
 */
@NullMarked
package io.github.youtubeupload.internal.address;

import org.jspecify.annotations.NullMarked;
