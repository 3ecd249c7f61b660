-- The quota ledger of youtube-upload, version 1. For Postgres 14 and newer.
--
-- Names carry no schema: run it with the search_path (psql), default schema (Flyway) or
-- defaultSchemaName (Liquibase) of your choice. The application's role needs
--   grant usage on schema ... to ...;
--   grant select, insert, update on youtube_quota_usage, youtube_quota_reservation to ...;
-- and "delete" on both only if it is to call prune().

create table if not exists youtube_quota_usage (
  project   text    not null,
  bucket    text    not null,
  day       date    not null,
  used      bigint  not null,
  exhausted boolean not null default false,
  constraint youtube_quota_usage_pk primary key (project, bucket, day),
  constraint youtube_quota_usage_used_not_negative check (used >= 0)
) with (fillfactor = 50);

comment on table youtube_quota_usage is
  'youtube-upload quota, schema version 1: one row for each project, bucket and Pacific day';
comment on column youtube_quota_usage.day is
  'the day in America/Los_Angeles';
comment on column youtube_quota_usage.used is
  'units held or spent; those of a lapsed reservation are taken off by the next grant of that day';
comment on column youtube_quota_usage.exhausted is
  'Google said on this day that the bucket is empty';

create table if not exists youtube_quota_reservation (
  project     text        not null,
  id          text        not null,
  upload_id   text        not null,
  bucket      text        not null,
  day         date        not null,
  units       bigint      not null,
  reserved_at timestamptz not null,
  lease_until timestamptz not null,
  state       text        not null,
  constraint youtube_quota_reservation_pk primary key (project, id),
  constraint youtube_quota_reservation_units_positive check (units > 0),
  constraint youtube_quota_reservation_state_known
    check (state in ('HELD', 'SPENT', 'GIVEN_BACK', 'LAPSED'))
) with (fillfactor = 80);

comment on table youtube_quota_reservation is
  'youtube-upload quota, schema version 1: who reserved what, and what became of it';
comment on column youtube_quota_reservation.day is
  'the day the units are charged to; follows the call when that is made after midnight';
comment on column youtube_quota_reservation.state is
  'HELD until lease_until, SPENT, GIVEN_BACK by its owner, or LAPSED: given back by the store';

create index if not exists youtube_quota_reservation_by_day
  on youtube_quota_reservation (project, day);

create index if not exists youtube_quota_reservation_held
  on youtube_quota_reservation (project, bucket, day, lease_until) where state = 'HELD';
