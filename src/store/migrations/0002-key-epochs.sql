-- A key may only be written under the epoch in force. Without this guard a process that still holds the old programme
-- key could write a person under it after everything was rewrapped, and she would be lost when that key is destroyed.
-- Whoever changes the epoch holds the programme lock exclusively; whoever writes a key holds it shared until commit.
create function guard_epoch() returns trigger
language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(7300001);
  if exists (select from written w, place p where w.epoch <> p.epoch) then
    raise exception 'A key was written under an epoch that is not in force' using errcode = 'MM001';
  end if;
  return null;
end
$$;

create trigger person_key_epoch_new after insert on person_key
  referencing new table as written for each statement execute function guard_epoch();
create trigger person_key_epoch_changed after update on person_key
  referencing new table as written for each statement execute function guard_epoch();
create trigger list_key_epoch_new after insert on list_key
  referencing new table as written for each statement execute function guard_epoch();
create trigger list_key_epoch_changed after update on list_key
  referencing new table as written for each statement execute function guard_epoch();
create trigger subject_link_epoch_new after insert on subject_link
  referencing new table as written for each statement execute function guard_epoch();

-- As before, with two things more: the first row tells the epoch in force, and a repeated command whose digest was made
-- under another epoch (its first four bytes) counts as the same, because a destroyed key cannot make that digest again.
create or replace function open_command(
  p_actor text, p_second text, p_key text, p_digest bytea, p_at text, p_streams text[]
)
returns table (kind text, name text, version int, line text)
language plpgsql as $$
declare
  known idempotency%rowtype;
begin
  perform pg_advisory_xact_lock_shared(7300001);
  insert into idempotency (actor, key, digest, at) values (p_actor, p_key, p_digest, p_at) on conflict do nothing;
  if not found then
    select * into known from idempotency i where i.actor = p_actor and i.key = p_key;
    return query select
      case when known.digest = p_digest or substring(known.digest for 4) <> substring(p_digest for 4)
        then 'same' else 'other' end, '', 0, known.refs;
    return;
  end if;
  return query select 'new', '', p.epoch, '' from place p;
  return query select case when g.account = p_actor then 'grant' else 'second' end, g.role, 0, g.until
    from p_grant g where g.account = p_actor or g.account = p_second;
  return query select * from lock_streams(p_streams);
end
$$;
