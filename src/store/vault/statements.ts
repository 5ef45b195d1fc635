import type { Statement } from '../connection.ts';
import { BUNDLE } from './bundle.ts';

/**
 * Whoever writes values holds this lock shared until he commits, an erasure holds it alone: a value is either there
 * when she is deleted, or is not written because she has no key any more.
 */
export const LOCK_AGAINST_ERASURE: Statement = {
  name: 'vault-lock-against-erasure',
  text: 'select pg_advisory_xact_lock_shared(7300007)::text as locked',
};

export const LOCK_FOR_ERASURE: Statement = {
  name: 'vault-lock-for-erasure',
  text: 'select pg_advisory_xact_lock(7300007)::text as locked',
};

export const FIND_LINKS: Statement = {
  name: 'vault-find-links',
  text: 'select digest, epoch, sealed from subject_link where digest = any ($1::bytea[])',
};

/** Keys and the bundled rows of the wanted sections; a person without such a row still gives her key. */
export const OPEN_ROWS: Statement = {
  name: 'vault-open-rows',
  text: `select k.person, k.epoch, k.wrapped, v.heads, v.sealed
         from person_key k, lateral (
           select ${BUNDLE} from vault where person = k.person and section = any ($2::text[])
         ) v
         where k.person = any ($1::text[]) order by k.person`,
};

/** Person by person through the primary key: without statistics the planner would read the whole table for many at once. */
export const FIND_KEYS: Statement = {
  name: 'vault-find-keys',
  text: `select k.person, k.epoch, k.wrapped from unnest($1::text[]) as w (person),
         lateral (select * from person_key where person = w.person offset 0) k`,
};

export const FIND_VERSIONS: Statement = {
  name: 'vault-find-versions',
  text: `select v.person, v.section, v.item, v.version from unnest($1::text[]) as w (person),
         lateral (select * from vault where person = w.person and section = any ($2::text[]) offset 0) v`,
};

export const ADD_LINKS: Statement = {
  name: 'vault-add-links',
  text: `insert into subject_link (digest, owner, epoch, sealed)
         select d, o, $3, s from unnest($1::bytea[], $2::bytea[], $4::bytea[]) as l (d, o, s)`,
};

export const ADD_KEYS: Statement = {
  name: 'vault-add-keys',
  text: `insert into person_key (person, epoch, wrapped)
         select p, $2, w from unnest($1::text[], $3::bytea[]) as k (p, w)`,
};

/** A row is written only over the version that was read, so that a lost race is seen. */
export const PUT_VALUES: Statement = {
  name: 'vault-put-values',
  text: `insert into vault (person, section, item, version, sealed)
         select * from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::bytea[])
         on conflict (person, section, item) do update set version = excluded.version, sealed = excluded.sealed
         where vault.version = excluded.version - 1
         returning person`,
};

export const FORGET_VALUES: Statement = {
  name: 'vault-forget-values',
  text: 'delete from vault where person = any ($1::text[])',
};

export const FORGET_KEYS: Statement = {
  name: 'vault-forget-keys',
  text: 'delete from person_key where person = any ($1::text[])',
};

export const FORGET_LINKS: Statement = {
  name: 'vault-forget-links',
  text: 'delete from subject_link where owner = any ($1::bytea[])',
};
