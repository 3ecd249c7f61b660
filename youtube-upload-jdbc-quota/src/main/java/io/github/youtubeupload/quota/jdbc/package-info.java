/** The quota ledger in Postgres, shared by every machine of a Google Cloud project. */
@NullMarked
package io.github.youtubeupload.quota.jdbc;

import org.jspecify.annotations.NullMarked;
