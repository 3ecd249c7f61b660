package io.github.youtubeupload.quota;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Where reservations are once they are settled or have lapsed: most of them by far, and rarely
 * asked for. A line that is settled again is found as it was settled last.
 */
interface SettledLines {
  Optional<LedgerLine> find(LedgerLine.Key key);

  /** All that were charged to a day, in any order. */
  List<LedgerLine> of(LocalDate day);
}
