import { err, ok, type Result } from '../../domain/basics/result.ts';
import { dayOfInstant, type Instant } from '../../domain/basics/instant.ts';
import { formatEraDate } from '../../domain/calendar/japanese-date.ts';
import type { By } from '../../gate/gate.ts';
import type { GateRefusal } from '../../gate/refusal.ts';
import type { Letter } from '../../print/letter.ts';
import { renderLetters } from '../../print/render-letters.ts';
import type { Programme } from '../../programmes/programme.ts';

/** What the printer needs of a place. */
export type PrintDoor = {
  readonly programme: Programme;
  readonly now: () => Instant;
  readonly ask: (question: string, input: unknown, by: By) => Promise<Result<unknown, GateRefusal>>;
};

export type NoLetters =
  | { readonly type: 'refused'; readonly refusal: GateRefusal }
  | { readonly type: 'nothing-printed' }
  | { readonly type: 'no-template'; readonly kind: string }
  /** Nobody knows where to: the address of these pieces is not in the vault. */
  | { readonly type: 'no-address'; readonly pieces: readonly string[] }
  | { readonly type: 'missing-glyph'; readonly pieces: readonly string[] };

type Addressee = {
  readonly piece: string;
  readonly copy: number;
  readonly kind: string;
  readonly fields: Fields;
};
type Secret = { readonly piece: string; readonly fields: Fields };
type Fields = Readonly<Record<string, string>>;

/**
 * The letters of a batch as one PDF, in the order of their pieces. Whoever fetches it must see the batch; the printer
 * then opens what the letters carry, and both stand in the access log before the first name is opened.
 */
export async function lettersOfBatch(
  door: PrintDoor,
  batch: string,
  by: By,
): Promise<Result<{ readonly pdf: Buffer; readonly letters: number }, NoLetters>> {
  const seen = await door.ask('batch.show', { batch }, by);
  if (!seen.ok) return err({ type: 'refused', refusal: seen.error });
  const printer: By = { actor: 'system:print', second: by.actor, screen: 'papers' };
  const addressees = await door.ask('letters.addressees', { batch }, printer);
  const secrets = await door.ask('letters.secrets', { batch }, printer);
  if (!addressees.ok) return err({ type: 'refused', refusal: addressees.error });
  if (!secrets.ok) return err({ type: 'refused', refusal: secrets.error });
  const pieces = addressees.value as readonly Addressee[];
  const [first] = pieces;
  if (!first) return err({ type: 'nothing-printed' });
  const template = door.programme.letters[first.kind];
  if (!template) return err({ type: 'no-template', kind: first.kind });
  const secretOf = new Map((secrets.value as readonly Secret[]).map((one) => [one.piece, one.fields]));
  const today = dayOfInstant(door.now());
  const made = pieces.map((piece) => ({
    piece: piece.piece,
    letter: letterFor(piece.fields, secretOf.get(piece.piece) ?? {}, template, formatEraDate(today)),
  }));
  const lost = made.filter(({ letter }) => letter === undefined).map(({ piece }) => piece);
  if (lost.length > 0) return err({ type: 'no-address', pieces: lost });
  const letters = made.flatMap(({ letter }) => letter ?? []);
  const set = renderLetters(template, letters, today);
  if (set.ok) return ok({ pdf: set.value, letters: letters.length });
  return set.error.type === 'missing-glyph'
    ? err({ type: 'missing-glyph', pieces: set.error.letters.flatMap((index) => made[index]?.piece ?? []) })
    : err({ type: 'no-template', kind: first.kind });
}

/** Every line as the ward wrote it: the place the ward designated before the registered one, never a mixture. */
function letterFor(
  fields: Fields,
  secret: Fields,
  template: Programme['letters'][string] & object,
  date: string,
): Letter | undefined {
  const from = fields['mail-address.address'] ? 'mail-address' : 'address';
  const [name, address] = [fields['identity.name'], fields[`${from}.address`]];
  const token = secret['invite.token'];
  if (!name || !address || !token) return undefined;
  return {
    postcode: fields[`${from}.postcode`] ?? '',
    lines: [address, fields[`${from}.building`] ?? ''].filter((line) => line !== ''),
    name,
    date,
    sender: template.sender,
    body: template.body,
    code: secret['invite.code'] ?? null,
    address: template.address,
    token,
    template: template.name,
  };
}
