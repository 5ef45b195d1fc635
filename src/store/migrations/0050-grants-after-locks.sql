-- As before, with one thing changed: rights are read after the streams are locked. A command that had to wait for a
-- stream is judged by the rights its actor holds when its turn comes, not by those held when the waiting began.
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
  return query select * from lock_streams(p_streams);
  -- A statement of its own: it sees whatever was committed while the one before it waited.
  return query select case when g.account = p_actor then 'grant' else 'second' end, g.role, 0, g.until
    from p_grant g where g.account = p_actor or g.account = p_second;
end
$$;
