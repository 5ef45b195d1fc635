import { join } from 'node:path';
import type { CaseId } from '../domain/basics/ids.ts';
import { err, ok, type Result } from '../domain/basics/result.ts';
import { bundleFiles } from '../exchange/courier/bundle-files.ts';
import type { CourierLine } from '../exchange/courier/courier-line.ts';
import { COURIER, type CourierParts } from '../exchange/courier/courier-parts.ts';
import { httpsLine } from '../exchange/courier/https-line.ts';
import { mediumLine } from '../exchange/courier/medium-line.ts';
import { takeEnvelope } from '../exchange/courier/take-envelope.ts';
import { OUTSIDE_CONFIG, readOutsideConfig } from '../exchange/outside/outside-config.ts';
import { signText } from '../security/signature.ts';
import type { GateRefusal } from '../gate/refusal.ts';
import { inTurn, TURNS } from '../store/turn.ts';
import { readLines } from './ndjson-file.ts';
import type { Place } from './place.ts';

/** Which line a place speaks over: its outside beside it, one named by address, or a medium in a folder. */
export type LineWish =
  | { readonly way: 'https'; readonly host?: string | undefined; readonly port?: number | undefined }
  | { readonly way: 'medium'; readonly dir: string };

/** This place was never made known to an outside. */
export type NoOutside = { readonly type: 'no-outside' };

/** Opens the line; close it after the round. */
export async function openLine(place: Place, wish: LineWish): Promise<Result<CourierLine, NoOutside>> {
  const { here } = place.keys;
  const secret = async (name: string) => (await here.read(name))?.toString('utf8');
  const [cert, key, outsideCert, outsidePublic] = await Promise.all(
    ['courier-cert', 'courier-cert-key', 'outside-cert', 'outside-courier-public'].map(secret),
  );
  if (!cert || !key || !outsideCert || !outsidePublic) return err({ type: 'no-outside' });
  if (wish.way === 'medium') {
    return ok(mediumLine({ dir: wish.dir, kept: courierFolder(place), outsidePublic }));
  }
  const beside = await readOutsideConfig(join(place.folders.outside, OUTSIDE_CONFIG));
  const host = wish.host ?? beside?.courier.host;
  const port = wish.port ?? beside?.courier.port;
  if (host === undefined || port === undefined) return err({ type: 'no-outside' });
  return ok(httpsLine({ host, port, cert, key, outsideCert }));
}

/** What `runRound` stands on, of a real place. */
export async function courierParts(place: Place, line: CourierLine): Promise<CourierParts> {
  const { here, second } = place.keys;
  const [signing, outsidePublic] = await Promise.all([
    here.read('courier-key'),
    here.read('outside-courier-public'),
  ]);
  if (!signing || !outsidePublic) throw new Error('The keys of the courier are missing from the key folder');
  const pem = signing.toString('utf8');
  return {
    programme: place.programme.id,
    tryout: place.card.tryout,
    now: place.parts.now,
    execute: place.execute,
    ask: place.ask,
    line,
    files: bundleFiles(courierFolder(place), 'out'),
    sign: (text) => signText(pem, text),
    outsidePublic: outsidePublic.toString('utf8'),
    keys: [here, second],
    anchors: (since) => anchorsSince(place, since),
    takeEnvelope: (envelope, keys) =>
      takeEnvelope(
        { programme: place.programme, now: place.parts.now, ask: place.ask, execute: place.execute },
        keys,
        envelope,
      ),
    takeBounce: (bounce) => takeBounce(place, bounce),
    alone: async (work) => {
      const done = await inTurn(place.reader, work, TURNS.courier);
      return done.turn === 'ours' ? done.value : undefined;
    },
  };
}

/** Outward bundles, and the youngest state of an outside that is reached by media. */
function courierFolder(place: Pick<Place, 'folders'>): string {
  return join(place.folders.inside, 'courier');
}

/** The youngest: the others are sworn to by them. */
const MOST_ANCHORS = 100;

async function anchorsSince(place: Place, since: string | undefined): Promise<readonly string[]> {
  const lines = await readLines(place.folders.anchors);
  const now = place.parts.now();
  return lines
    .filter((line) => {
      const { at } = { at: '', ...(line as object) };
      // Those of a clock that was set back since wait: they would be younger than every bundle.
      return typeof at === 'string' && (since === undefined || (at > since && at <= now));
    })
    .slice(-MOST_ANCHORS)
    .map((line) => JSON.stringify(line));
}

/** A message nobody knows (a receipt of an enquiry), or one that came back before, is no fault of the round. */
async function takeBounce(
  place: Place,
  { message, reason }: { readonly message: string; readonly reason: string },
): Promise<Result<boolean, GateRefusal>> {
  const asked = await place.ask('courier.message', { message }, COURIER);
  if (!asked.ok) return asked;
  const id = asked.value as CaseId | null;
  if (!id) return ok(false);
  const done = await place.execute([{ row: 'message.record-bounce', input: { case: id, message, reason } }], {
    actor: 'system:mail',
    key: `bounce/${message}`,
  });
  if (done.ok) return ok(!done.value.replayed);
  const { refused } = done.error;
  return refused === 'connection-lost' || refused === 'disk-full' ? err(done.error) : ok(false);
}
