-- The slot book: times of visit and the seats in them. The primary key of a seat is the whole protection against
-- double booking: a seat has one state and one reference, whatever happens at the same moment.

create table slot (
  id text primary key,
  date text not null,
  start text not null,
  -- A day that falls out keeps its slots and the seats that are taken, but gives none away any more.
  closed boolean not null default false,
  unique (date, start)
);

create table seat (
  slot text not null references slot,
  seat int not null check (seat > 0),
  -- Only the owner writes a seat. Those of the outside stand here so that the inside knows what it gave away.
  owner text not null check (owner in ('inside', 'outside')),
  state text not null default 'free' check (state in ('free', 'held', 'taken')),
  -- The booking the seat is for, opaque to everybody else.
  ref text,
  until text,
  primary key (slot, seat),
  check ((state = 'free') = (ref is null)),
  check ((state = 'held') = (until is not null))
);
create index seat_by_ref on seat (ref) where ref is not null;

grant select, insert on slot, seat to {writer};
grant update (closed) on slot to {writer};
grant update (state, ref, until) on seat to {writer};
grant delete on seat to {writer};
grant select on slot, seat to {reader};
