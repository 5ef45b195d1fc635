-- The house: journal, access log, vault, claims, queues, jobs. {writer} and {reader} are the roles of this database.
-- The owner migrates and nothing else; the writer can add to journal, log and seal, never change them.

create table fact (
  ord bigint generated always as identity primary key,
  -- The transaction that wrote it: rows are sealed in (tx, ord) order once no older transaction can still commit.
  tx bigint not null default (pg_current_xact_id()::text::bigint),
  stream text not null,
  version int not null,
  type text not null,
  -- The very line that `journal export` prints, without its number.
  line text not null,
  unique (stream, version)
);
create index fact_by_tx on fact using brin (tx) with (autosummarize = on);

create table stream_head (stream text primary key, version int not null) with (fillfactor = 80);

create table access_entry (
  ord bigint generated always as identity primary key,
  tx bigint not null default (pg_current_xact_id()::text::bigint),
  line text not null
);
create index access_entry_by_tx on access_entry using brin (tx) with (autosummarize = on);

create table journal_seal (seq bigint primary key, ord bigint not null unique, hash bytea not null);
create table access_seal (seq bigint primary key, ord bigint not null unique, hash bytea not null);
-- Up to which transaction (exclusive) each chain is sealed, newest last.
create table seal_mark (chain text not null, seq bigint not null, upto bigint not null, primary key (chain, upto));

create table person_key (person text primary key, epoch int not null, wrapped bytea not null);
create table subject_link (digest bytea primary key, owner bytea not null, epoch int not null, sealed bytea not null);
create index subject_link_by_owner on subject_link (owner);
create table list_key (list text primary key, epoch int not null, wrapped bytea not null);
create table vault (
  person text not null,
  section text not null,
  item text not null,
  version int not null,
  sealed bytea not null,
  primary key (person, section, item)
);

create table staged_row (list text not null, part int not null, sealed bytea not null, primary key (list, part));

create table claim (kind text not null, key text not null, holder text not null, primary key (kind, key));

create table idempotency (
  actor text not null,
  key text not null,
  digest bytea not null,
  refs text not null default '[]',
  at text not null,
  primary key (actor, key)
);

create table queue_order (
  ord bigint generated always as identity primary key,
  queue text not null,
  ref text not null,
  subject text,
  placed_at text not null,
  state text not null default 'waiting' check (state in ('waiting', 'handed-over', 'done', 'dropped', 'unknown')),
  changed_at text not null
);
create index queue_order_waiting on queue_order (queue, ord) where state in ('waiting', 'handed-over');

create table job (
  id text primary key,
  kind text not null,
  input text not null,
  next_key text not null default '',
  done int not null default 0,
  total int not null,
  state text not null default 'running' check (state in ('running', 'finished', 'failed')),
  started_at text not null,
  changed_at text not null
);

create table place (one boolean primary key default true check (one), programme text not null, tryout boolean not null,
  epoch int not null, created_at text not null);

-- Which shape each projection was built with; a changed shape is built again from the journal.
create table projection_shape (name text primary key, shape text not null);

-- Opening a command in one round trip: the idempotency row, the programme lock (shared), the heads of the named
-- streams locked in order, then their facts read after the locks. The first row says `new`, `same` or `other`.
create function open_command(p_actor text, p_second text, p_key text, p_digest bytea, p_at text, p_streams text[])
returns table (kind text, name text, version int, line text)
language plpgsql as $$
declare
  known idempotency%rowtype;
begin
  perform pg_advisory_xact_lock_shared(7300001);
  insert into idempotency (actor, key, digest, at) values (p_actor, p_key, p_digest, p_at) on conflict do nothing;
  if not found then
    select * into known from idempotency i where i.actor = p_actor and i.key = p_key;
    return query select case when known.digest = p_digest then 'same' else 'other' end, '', 0, known.refs;
    return;
  end if;
  return query select 'new', '', 0, '';
  return query select case when g.account = p_actor then 'grant' else 'second' end, g.role, 0, g.until
    from p_grant g where g.account = p_actor or g.account = p_second;
  return query select * from lock_streams(p_streams);
end
$$;

create function lock_streams(p_streams text[])
returns table (kind text, name text, version int, line text)
language plpgsql as $$
begin
  insert into stream_head (stream, version)
    select s, 0 from unnest(p_streams) as s order by s on conflict do nothing;
  perform 1 from stream_head h where h.stream = any (p_streams) order by h.stream for update;
  return query
    select 'fact', f.stream, f.version, f.line from fact f where f.stream = any (p_streams) order by f.stream, f.version;
end
$$;

revoke all on all tables in schema public from public;
grant select, insert (stream, version, type, line) on fact to {writer};
grant select, insert (line) on access_entry to {writer};
grant select, insert on journal_seal, access_seal, seal_mark to {writer};
grant select, insert, update on stream_head, idempotency, queue_order, job to {writer};
grant select, insert, delete on claim, subject_link, person_key, list_key, staged_row to {writer};
grant select, insert, update, delete on vault to {writer};
grant update (epoch, wrapped) on person_key, list_key to {writer};
grant update (epoch) on place to {writer};
grant delete on idempotency, job to {writer};
grant select on place, projection_shape to {writer};
grant select on all tables in schema public to {reader};
