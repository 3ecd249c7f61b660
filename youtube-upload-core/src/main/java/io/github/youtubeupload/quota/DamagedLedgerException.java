package io.github.youtubeupload.quota;

import java.io.IOException;

/** A ledger file that is not what this version wrote. */
final class DamagedLedgerException extends IOException {
  private static final long serialVersionUID = 1L;

  DamagedLedgerException(String what) {
    super(what);
  }
}
