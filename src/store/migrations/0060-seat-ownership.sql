-- Every seat has one owner, and ownership moves by numbered messages: first closed here, then opened there (design 2).
-- A seat whose owner is the outside is a mirror here; what the outside was told of it stands in seat_told.

-- Under which reference the outside knows a seat that was taken there; the booking itself is seat.ref.
alter table seat add column outside_ref text check (outside_ref is null or state = 'taken');
-- The outside shall give it back if nobody has it: to the inside, or because fewer visitors are on duty (`away`).
alter table seat add column asked_back text check (asked_back in ('inside', 'away'));
-- The outside was told that nothing of this time is given any more.
alter table slot add column told_closed boolean not null default false;

create table seat_told (
  slot text not null,
  seat int not null,
  state text not null check (state in ('free', 'taken')),
  ref text,
  -- It was asked to drop the seat since the state was told.
  asked boolean not null default false,
  -- The outward bundle that said it; 0 for what the outside said itself.
  bundle int not null,
  primary key (slot, seat),
  check ((state = 'free') = (ref is null))
);

grant update (owner, outside_ref, asked_back) on seat to {writer};
grant update (told_closed) on slot to {writer};
grant select, insert, update, delete on seat_told to {writer};
grant select on seat_told to {reader};
