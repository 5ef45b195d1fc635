import type { Row, Statement, Writer } from '../connection.ts';

/** What an inward bundle holds; frozen under its number. */
export type InwardContents = {
  readonly at: string;
  readonly envelopes: readonly Row[];
  readonly bounces: readonly Row[];
  readonly dropped: readonly Row[];
};

/** Envelopes in one bundle, at most. */
const MOST = 200;

/** The contents of a bundle that was made before. */
export async function madeBefore(writer: Writer, n: number): Promise<InwardContents | undefined> {
  const [[made], envelopes, bounces, dropped] = await Promise.all([
    writer.rows(MADE, [n]),
    writer.rows(ENVELOPES, [n]),
    writer.rows(BOUNCES, [n]),
    writer.rows(DROPPED, [n]),
  ]);
  return made && { at: String(made['at']), envelopes, bounces, dropped };
}

/** Puts what waits into the bundle of this number, the oldest first; tells whether there was anything. */
export async function freezeBundle(writer: Writer, n: number, at: string): Promise<boolean> {
  const [found] = await writer.rows(FREEZE, [n, MOST]);
  if (Number(found?.['some'] ?? 0) === 0) return false;
  await keepNumber(writer, n, at);
  return true;
}

/** Says that the bundle of this number was made, whatever is left of it. */
export async function keepNumber(writer: Writer, n: number, at: string): Promise<void> {
  await Promise.all([writer.rows(INWARD, [n]), writer.rows(MAKE, [n, at])]);
}

const MADE: Statement = { name: 'inward-made', text: 'select at from inward_bundle where n = $1' };

const ENVELOPES: Statement = {
  name: 'inward-envelopes',
  text: `select encode(id, 'hex') as id, encode(locator, 'hex') as locator, counter, form, key, at, sealed
         from envelope where bundle = $1 order by ord`,
};

const BOUNCES: Statement = {
  name: 'inward-bounces',
  text: 'select message, reason from bounce where bundle = $1 order by ord',
};

const DROPPED: Statement = {
  name: 'inward-dropped',
  text: 'select slot, seat from dropped where bundle = $1 order by slot, seat',
};

const FREEZE: Statement = {
  name: 'inward-freeze',
  text: `with envelopes as (
           update envelope set bundle = $1 where ord in (
             select ord from envelope where bundle is null order by ord limit $2) returning 1),
         bounces as (
           update bounce set bundle = $1 where ord in (
             select ord from bounce where bundle is null order by ord limit $2) returning 1),
         seats as (update dropped set bundle = $1 where bundle is null returning 1)
         select (select count(*) from envelopes) + (select count(*) from bounces) + (select count(*) from seats) as some`,
};

const INWARD: Statement = { name: 'inward-number', text: 'update outside set inward = greatest(inward, $1)' };

const MAKE: Statement = { name: 'inward-make', text: 'insert into inward_bundle (n, at) values ($1, $2)' };
