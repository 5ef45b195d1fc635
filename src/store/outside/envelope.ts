import type { Statement, Writer } from '../connection.ts';

/** A sealed message that waits for the courier; `locator` is absent for an open one. */
export type EnvelopeRow = {
  readonly id: Buffer;
  readonly locator?: Buffer | undefined;
  readonly counter: number;
  readonly form: string;
  readonly key: string;
  readonly at: string;
  readonly sealed: Uint8Array;
};

export async function addEnvelope(writer: Writer, one: EnvelopeRow): Promise<void> {
  const { id, locator, counter, form, key, at, sealed } = one;
  await writer.rows(ADD, [id, locator ?? null, counter, form, key, at, sealed]);
}

/** Stores an open envelope unless the same press of a button stored one: gives the id of the one that is stored. */
export async function addEnvelopeOnce(
  { write }: { readonly write: <T>(work: (writer: Writer) => Promise<T>) => Promise<T> },
  one: EnvelopeRow,
  once: Buffer,
  now: number,
): Promise<Buffer> {
  return write(async (writer) => {
    // Of two presses at once the second waits here until the first is stored.
    const claimed = await writer.rows(CLAIM, [OPEN, once, one.id, now]);
    if (claimed.length > 0) await addEnvelope(writer, one);
    return claimed.length > 0 ? one.id : ((await sentOnce(writer, OPEN, once)) ?? one.id);
  });
}

/** In the place of a locator: nobody's. */
const OPEN = Buffer.from('open');

/** What this press of a button has sent, sealed under her key; nothing when it is the first. */
export async function sentOnce(writer: Writer, locator: Buffer, once: Buffer): Promise<Buffer | undefined> {
  const [row] = await writer.rows(SENT_ONCE, [locator, once]);
  return row?.['sealed'] instanceof Buffer ? row['sealed'] : undefined;
}

export async function addBounce(writer: Writer, message: string, reason: string): Promise<void> {
  await writer.rows(BOUNCE, [message, reason]);
}

const ADD: Statement = {
  name: 'envelope-add',
  text: `insert into envelope (id, locator, counter, form, key, at, sealed) values ($1, $2, $3, $4, $5, $6, $7)`,
};

const SENT_ONCE: Statement = {
  name: 'once-find',
  text: 'select sealed from once where locator = $1 and once = $2',
};

const CLAIM: Statement = {
  name: 'once-claim',
  text: 'insert into once (locator, once, sealed, at) values ($1, $2, $3, $4) on conflict do nothing returning once',
};

const BOUNCE: Statement = {
  name: 'bounce-add',
  text: 'insert into bounce (message, reason) values ($1, $2)',
};
