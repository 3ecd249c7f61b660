package io.github.youtubeupload.quota.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** Something to do with a connection that can be done again as a whole. */
interface SqlWork<T> {
  T run(Connection connection) throws SQLException;
}
