package io.github.youtubeupload.quota.jdbc;

/**
 * The statements, each of them a whole transaction.
 *
 * <p>Statements that run at once meet at the usage row: it is changed by an upsert that looks at
 * its newest version, and {@code used} in it counts all that is held or spent, lapsed reservations
 * too until a grant takes them off. A snapshot can be older than that, so nothing that decides is
 * read from one: a reservation's row is locked before it is judged, and always before the usage
 * row.
 *
 * @param reserve see {@link #RESERVE}
 * @param settle see {@link #SETTLE}
 * @param usage what is used today
 * @param refused marks a bucket as empty
 * @param entries today's chronology
 * @param prune deletes old days
 */
record LedgerSql(
    String reserve, String settle, String usage, String refused, String entries, String prune) {

  /** The clock of the database, at the beginning of the statement. */
  static final String DATABASE_CLOCK = "statement_timestamp()";

  private static final String TODAY =
      """
      today as materialized (
        select clock.now, (clock.now at time zone 'America/Los_Angeles')::date as day
        from (select {now} as now) as clock
      )""";

  /**
   * Takes the units if they fit, and with them takes off what has lapsed. A reservation of the same
   * id that another connection inserts meanwhile is a unique violation: all of this is undone, and
   * the statement can be run again. {@code used} is null when this statement cannot know it: a
   * grant then stands since earlier, and a refusal means that the snapshot was too old to judge.
   *
   * <p>{@code freed} is named in the source of the upsert so that its rows are locked before the
   * usage row is. {@code wish} holds the day too, so that one index finds what lapsed.
   */
  private static final String RESERVE =
      """
      with wish as materialized (
        select asked.*, {now} as now, ({now} at time zone 'America/Los_Angeles')::date as day
        from (select ?::text, ?::text, ?::text, ?::text, ?::bigint, ?::bigint,
                     ?::bigint * interval '1 microsecond')
          as asked (project, id, upload_id, bucket, units, daily_limit, lease)
      ),
      earlier as materialized (
        select r.bucket, r.day, r.units, r.state,
               r.day = wish.day
                 and (r.state = 'SPENT' or r.state = 'HELD' and r.lease_until > wish.now) as stands
        from {reservation} r join wish on r.project = wish.project and r.id = wish.id
        for update of r
      ),
      lapsed as materialized (
        select r.project, r.id, r.units
        from {reservation} r join wish
          on r.project = wish.project and r.bucket = wish.bucket and r.day = wish.day
            and r.lease_until <= wish.now
        where r.state = 'HELD' and not exists (select from earlier where stands)
        order by r.id
        for update of r
      ),
      freed as materialized (select coalesce(sum(units), 0)::bigint as units from lapsed),
      taken as (
        insert into {usage} as u (project, bucket, day, used, exhausted)
        select wish.project, wish.bucket, wish.day, wish.units, false
        from wish
        where not exists (select from earlier where stands)
          and (select units from freed) >= 0
          and wish.units <= wish.daily_limit
        on conflict (project, bucket, day) do update
          set used = u.used - (select units from freed) + excluded.used
          where not u.exhausted
            and excluded.used
              <= (select daily_limit from wish) - (u.used - (select units from freed))
        returning u.used
      ),
      inserted as (
        insert into {reservation}
          (project, id, upload_id, bucket, day, units, reserved_at, lease_until, state)
        select project, id, upload_id, bucket, day, units, now, now + lease, 'HELD'
        from wish
        where exists (select from taken) and not exists (select from earlier)
      ),
      renewed as (
        update {reservation} r
        set upload_id = wish.upload_id, bucket = wish.bucket, day = wish.day, units = wish.units,
            reserved_at = wish.now, lease_until = wish.now + wish.lease, state = 'HELD'
        from wish
        where exists (select from taken) and exists (select from earlier)
          and r.project = wish.project and r.id = wish.id
      ),
      extended as (
        update {reservation} r
        set lease_until = wish.now + wish.lease
        from wish
        where exists (select from earlier where stands and state = 'HELD')
          and r.project = wish.project and r.id = wish.id
      ),
      released as (
        update {reservation} r
        set state = 'LAPSED'
        from lapsed, wish
        where exists (select from taken)
          and r.project = lapsed.project and r.id = lapsed.id and lapsed.id <> wish.id
      ),
      left_behind as (
        update {usage} u
        set used = u.used - earlier.units
        from wish, earlier
        where exists (select from taken)
          and earlier.state = 'HELD'
          and (earlier.bucket, earlier.day) is distinct from (wish.bucket, wish.day)
          and u.project = wish.project and u.bucket = earlier.bucket and u.day = earlier.day
      ),
      before as (
        select coalesce(u.used, 0) - (select units from freed) as used,
               coalesce(u.exhausted, false) as exhausted
        from wish left join {usage} u
          on not exists (select from taken)
            and u.project = wish.project and u.bucket = wish.bucket and u.day = wish.day
      )
      select wish.day,
             taken.used is not null or exists (select from earlier where stands) as granted,
             case
               when taken.used is not null then taken.used
               when exists (select from earlier where stands) then null
               when not before.exhausted and wish.units <= wish.daily_limit - before.used then null
               else before.used
             end as used,
             before.exhausted
      from wish cross join before left join taken on true
      """;

  /**
   * Moves the units where they belong. Says how many reservations it found: one or none.
   *
   * <p>{@code earlier} is where they count now and {@code later} where they count afterwards.
   */
  private static final String SETTLE =
      """
      with wish (project, id, outcome) as materialized (select ?::text, ?::text, ?::text),
      {today},
      earlier as materialized (
        select r.bucket, r.day, r.units, r.state,
               r.state in ('HELD', 'SPENT') as counts,
               wish.outcome = 'SPENT' as will_count,
               case when wish.outcome = 'SPENT' and r.state <> 'SPENT' then today.day else r.day
               end as later_day
        from {reservation} r join wish on r.project = wish.project and r.id = wish.id, today
        for update of r
      ),
      freed as (
        update {usage} u
        set used = u.used - earlier.units
        from wish, earlier
        where earlier.counts and (not earlier.will_count or earlier.day <> earlier.later_day)
          and u.project = wish.project and u.bucket = earlier.bucket and u.day = earlier.day
      ),
      charged as (
        insert into {usage} as u (project, bucket, day, used, exhausted)
        select wish.project, earlier.bucket, earlier.later_day, earlier.units, false
        from wish, earlier
        where earlier.will_count and (not earlier.counts or earlier.day <> earlier.later_day)
        on conflict (project, bucket, day) do update set used = u.used + excluded.used
      ),
      settled as (
        update {reservation} r
        set state = wish.outcome, day = earlier.later_day
        from wish, earlier
        where r.project = wish.project and r.id = wish.id and r.state <> wish.outcome
      )
      select count(*) from earlier
      """;

  private static final String USAGE =
      """
      with wish (project, bucket) as materialized (select ?::text, ?::text),
      {today}
      select today.day,
             coalesce(u.used, 0) - (
               select coalesce(sum(r.units), 0)::bigint
               from {reservation} r
               where r.project = wish.project and r.bucket = wish.bucket and r.day = today.day
                 and r.state = 'HELD' and r.lease_until <= today.now
             ) as used,
             coalesce(u.exhausted, false) as exhausted
      from wish cross join today
        left join {usage} u
          on u.project = wish.project and u.bucket = wish.bucket and u.day = today.day
      """;

  private static final String REFUSED =
      """
      update {usage} u
      set exhausted = true
      from {reservation} r
      where r.project = ? and r.id = ?
        and u.project = r.project and u.bucket = r.bucket and u.day = r.day
      """;

  private static final String ENTRIES =
      """
      with {today}
      select r.id, r.upload_id, r.bucket, r.units, r.reserved_at,
             case when r.state = 'HELD' and r.lease_until <= today.now then 'LAPSED' else r.state
             end as state
      from {reservation} r, today
      where r.project = ? and r.day = today.day
      order by r.reserved_at, r.id collate "C"
      """;

  private static final String PRUNE =
      """
      with wish (days) as materialized (select ?::int),
      {today},
      usages as (
        delete from {usage} u using wish, today where u.day < today.day - wish.days
      ),
      reservations as (
        delete from {reservation} r using wish, today where r.day < today.day - wish.days
        returning 1
      )
      select count(*) from reservations
      """;

  /**
   * The statements for one schema and clock.
   *
   * @param prefix comes before the name of a table: empty, or a quoted schema and a dot
   * @param now the SQL expression of the current time
   */
  static LedgerSql of(String prefix, String now) {
    return new LedgerSql(
        filled(RESERVE, prefix, now),
        filled(SETTLE, prefix, now),
        filled(USAGE, prefix, now),
        filled(REFUSED, prefix, now),
        filled(ENTRIES, prefix, now),
        filled(PRUNE, prefix, now));
  }

  private static String filled(String template, String prefix, String now) {
    return template
        .replace("{today}", TODAY)
        .replace("{now}", "(" + now + ")")
        .replace("{usage}", prefix + "youtube_quota_usage")
        .replace("{reservation}", prefix + "youtube_quota_reservation");
  }
}
