/** Keeps the quota of many machines in one Postgres. */
@NullMarked
package io.github.youtubeupload.quota.jdbc;

import org.jspecify.annotations.NullMarked;
