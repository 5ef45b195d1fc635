-- What signing in needs and no journal tells. Of a session only the hash of its cookie is here; `pending` is sealed under
-- the cookie. Sessions and tries are in no generation: a restore brings no session back. factor_use is in all of them.
create table desk_session (
  hash bytea primary key,
  account text not null,
  device text not null,
  network text not null,
  -- Of p_sign_in when it began: with another one it is over.
  stamp int not null,
  began text not null,
  seen text not null,
  proved text not null,
  second boolean not null default false,
  locked boolean not null default false,
  pending bytea
);
create index desk_session_by_account on desk_session (account, began);

create table sign_in_try (
  key bytea primary key,
  failures int not null,
  round int not null,
  not_before text,
  at text not null
);

-- The last step or counter that a second factor was used with: a code counts once.
create table factor_use (factor text primary key, last bigint not null);

grant select, insert, update, delete on desk_session, sign_in_try, factor_use to {writer};
grant select on desk_session, sign_in_try, factor_use to {reader};
