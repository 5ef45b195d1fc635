-- The outside zone. All of a person here is sealed under keys that are nowhere in this zone: what can be read is how many
-- codes there are, when somebody wrote, and which times are free. Network addresses are never here. Moments are
-- milliseconds since 1970 where they are compared and texts where they are only handed on.

create table outside (
  one boolean primary key default true check (one),
  -- Another database is another outside.
  born text not null default gen_random_uuid()::text,
  -- Outward bundles taken, and the SHA-256 of the last one's text; inward ones made.
  outward int not null default 0,
  outward_digest text,
  inward int not null default 0,
  -- Inward bundles that the inside has taken, and that it can no longer lose.
  taken int not null default 0,
  secured int not null default 0,
  -- When the inside was last heard.
  heard bigint,
  -- The number of the first bundle of the snapshot that is being taken.
  snapshot int
);
insert into outside default values;

create table capsule (
  locator bytea primary key,
  n int not null default 0,
  -- Written by the inside only. Absent: nothing is to be opened.
  inside bytea,
  -- Written in her session only.
  own bytea,
  own_version int not null default 0,
  -- For ever: nothing sets it back.
  revoked boolean not null default false,
  -- The snapshot in which it was seen last.
  snapshot int,
  check (not revoked or (inside is null and own is null))
) with (fillfactor = 80);

create table session (
  -- SHA-256 of the cookie; whatever is sealed here is sealed under the cookie itself.
  hash bytea primary key,
  locator bytea not null,
  stage text not null check (stage in ('code', 'open')),
  sealed bytea not null,
  -- Answers asked alone.
  alone bytea,
  began bigint not null,
  seen bigint not null
) with (fillfactor = 80);
create index session_by_locator on session (locator);
create index session_by_seen on session (seen);

-- Wrong dates by code, of codes that exist and of such that do not.
create table tries (
  locator bytea primary key,
  level double precision not null,
  at bigint not null,
  until bigint not null
) with (fillfactor = 80);

-- Only seats that the outside owns. The primary key and the one reference are the whole protection against giving a seat
-- twice. A hold that ran out is a free seat to everybody, at once and without anything that tidies up.
create table seat (
  slot text not null,
  seat int not null check (seat > 0),
  date text not null,
  start text not null,
  state text not null default 'free' check (state in ('free', 'held', 'taken')),
  ref text unique,
  until bigint,
  -- By which envelope it was taken, as long as the inside has not heard of it: no snapshot takes it away before.
  envelope bytea,
  snapshot int,
  primary key (slot, seat),
  check ((state = 'free') = (ref is null)),
  check ((state = 'held') = (until is not null)),
  check (envelope is null or state = 'taken')
) with (fillfactor = 80);
create index seat_to_give on seat (date, slot) where state <> 'taken';
create index seat_by_envelope on seat (envelope) where envelope is not null;

create table closed_day (date text primary key);

create table envelope (
  ord bigint generated always as identity primary key,
  id bytea not null unique,
  locator bytea,
  counter int not null,
  form text not null,
  key text not null,
  at text not null,
  sealed bytea not null,
  -- The inward bundle it is in; the same for ever, so that a bundle asked for again is the same bytes.
  bundle int
);
create index envelope_waiting on envelope (ord) where bundle is null;
create index envelope_by_bundle on envelope (bundle) where bundle is not null;

-- What one press of a button has sent: pressed again it sends nothing.
create table once (
  locator bytea not null,
  once bytea not null,
  sealed bytea not null,
  at bigint not null,
  primary key (locator, once)
);

create table bounce (
  ord bigint generated always as identity primary key,
  message text not null,
  reason text not null,
  bundle int
);

-- Seats that went back to the inside, until it has heard so.
create table dropped (slot text not null, seat int not null, bundle int);

create table inward_bundle (n int primary key, at text not null);

create table recipient_key (key bytea primary key, from_at bigint not null, until_at bigint not null);

create table anchor (ord bigint generated always as identity primary key, line text not null unique);

grant select on outside, capsule, session, tries, seat, closed_day, envelope, once, bounce, dropped, inward_bundle,
  recipient_key, anchor to {writer};
grant update (outward, outward_digest, inward, taken, secured, heard, snapshot) on outside to {writer};
grant insert on capsule, session, tries, seat, closed_day, envelope, once, bounce, dropped, inward_bundle,
  recipient_key, anchor to {writer};
grant update (n, inside, own, own_version, revoked, snapshot) on capsule to {writer};
grant update (began, seen, alone) on session to {writer};
grant update (level, at, until) on tries to {writer};
grant update (state, ref, until, envelope, snapshot) on seat to {writer};
grant update (bundle) on envelope, bounce, dropped to {writer};
grant update (from_at, until_at) on recipient_key to {writer};
grant delete on session, tries, seat, closed_day, envelope, once, bounce, dropped, inward_bundle, recipient_key to {writer};

-- Whoever works with this role cannot bring a revoked code back either.
create function keep_revoked() returns trigger language plpgsql as $$
begin
  if old.revoked and not new.revoked then raise exception 'a revoked code stays revoked'; end if;
  return new;
end $$;
create trigger capsule_stays_revoked before update on capsule for each row
  when (old.revoked and not new.revoked) execute function keep_revoked();
