import type { CivilDate } from '../../domain/basics/civil-date.ts';
import { err, ok, type Result } from '../../domain/basics/result.ts';
import { dayOfInstant, type Instant } from '../../domain/basics/instant.ts';
import { hasSubject } from '../../domain/rules-of.ts';
import type { By } from '../../gate/gate.ts';
import type { GateRefusal } from '../../gate/refusal.ts';
import type { Letter } from '../../print/letter.ts';
import type { LetterRun } from '../../print/set-letters.ts';
import type { Programme } from '../../programmes/programme.ts';
import { INVITATION_PLACES, letterMaker, PACKAGE_PLACES, type OpenedFields } from './letter-of.ts';

/** What the printer needs of a place. `tryout`: its sheets say 見本; without the word they do, to be on the safe side. */
export type PrintDoor = {
  readonly programme: Programme;
  readonly tryout?: boolean;
  readonly now: () => Instant;
  readonly ask: (question: string, input: unknown, by: By) => Promise<Result<unknown, GateRefusal>>;
};

export type NoLetters =
  | { readonly type: 'refused'; readonly refusal: GateRefusal }
  | { readonly type: 'nothing-printed' }
  | { readonly type: 'no-template'; readonly template: string }
  /** Nobody knows where to: the address of these pieces is not in the vault. */
  | { readonly type: 'no-address'; readonly pieces: readonly string[] }
  /** A character that no font has, or an address that does not fit the window, by piece. */
  | { readonly type: 'missing-glyph' | 'too-long'; readonly pieces: readonly string[] }
  | { readonly type: 'template-broken'; readonly template: string; readonly why: string }
  /** The pages were destroyed: on their date, or by an erasure. */
  | { readonly type: 'file-gone'; readonly file: number };

/** A printed copy of the batch and what stands on it. */
export type OpenedLetter = {
  readonly piece: string;
  readonly copy: number;
  readonly letter: Letter;
};

/** Letters that are ready to be set, in the order of their pieces. */
export type OpenedLetters = { readonly run: LetterRun; readonly letters: readonly OpenedLetter[] };

type Addressee = {
  readonly piece: string;
  readonly copy: number;
  readonly kind: string;
  readonly fields: OpenedFields;
};

/**
 * Opens what the letters of a batch carry. Whoever fetches them must have to do with printing; the printer then opens names,
 * addresses and codes in their name, and it stands in the access log before the first name is opened. `without` are copies, as
 * `piece.copy`, that are left out.
 */
export async function openLetters(
  door: PrintDoor,
  batch: string,
  by: By,
  without: readonly string[],
): Promise<Result<OpenedLetters, NoLetters>> {
  const seen = await door.ask('batch.files', { batch }, by);
  if (!seen.ok) return err({ type: 'refused', refusal: seen.error });
  const printer: By = { actor: 'system:print', second: by.actor, screen: 'papers' };
  const [addressees, numbers, secrets] = await Promise.all([
    door.ask('letters.addressees', { batch }, printer),
    numbersOf(door, batch, printer),
    door.ask('letters.secrets', { batch }, printer),
  ]);
  if (!addressees.ok) return err({ type: 'refused', refusal: addressees.error });
  if (!numbers.ok) return err({ type: 'refused', refusal: numbers.error });
  if (!secrets.ok) return err({ type: 'refused', refusal: secrets.error });
  const leftOut = new Set(without);
  const pieces = (addressees.value as readonly Addressee[])
    .filter(({ piece, copy }) => !leftOut.has(`${piece}.${copy}`))
    .map((one) => ({ ...one, fields: { ...one.fields, ...numbers.value.get(one.piece) } }));
  if (pieces.length === 0) return err({ type: 'nothing-printed' });
  const today = dayOfInstant(door.now());
  const made = makeAll(door.programme, pieces, secrets.value as readonly Omit<Addressee, 'kind'>[], today);
  const lost = made.flatMap(({ piece, letter }) => (letter ? [] : [piece]));
  if (lost.length > 0) return err({ type: 'no-address', pieces: lost });
  const letters = made.flatMap(({ piece, copy, letter }) => (letter ? [{ piece, copy, letter }] : []));
  const templates = door.programme.letters;
  const unknown = letters.find(({ letter }) => !templates.some(({ name }) => name === letter.template));
  if (unknown) return err({ type: 'no-template', template: unknown.letter.template });
  return ok({ run: runOf(door), letters });
}

/** What all letters share that are printed here today. */
export function runOf({ programme, tryout, now }: PrintDoor): LetterRun {
  return { templates: programme.letters, day: dayOfInstant(now()), sample: tryout ?? true };
}

/** The enquiry numbers of the pieces, where the cards of the programme carry one (SCR-A-8). */
async function numbersOf(
  { programme, ask }: PrintDoor,
  batch: string,
  printer: By,
): Promise<Result<ReadonlyMap<string, OpenedFields>, GateRefusal>> {
  if (!hasSubject(programme.rules, 'members')) return ok(new Map());
  const asked = await ask('cards.numbers', { batch }, printer);
  if (!asked.ok) return asked;
  return ok(new Map((asked.value as readonly Addressee[]).map(({ piece, fields }) => [piece, fields])));
}

function makeAll(
  programme: Programme,
  pieces: readonly Addressee[],
  secrets: readonly Omit<Addressee, 'kind'>[],
  today: CivilDate,
): readonly (Omit<OpenedLetter, 'letter'> & { readonly letter: Letter | undefined })[] {
  const { rules } = programme;
  const make = letterMaker(today, hasSubject(rules, 'eligibility') ? rules.eligibility.ward : undefined);
  const secretOf = new Map(secrets.map((one) => [`${one.piece}.${one.copy}`, one.fields]));
  return pieces.map((of) => {
    const secret = secretOf.get(`${of.piece}.${of.copy}`);
    const [token, template] = [secret?.['invite.token'], secret?.['invite.template']];
    const places = of.kind.startsWith('package') ? PACKAGE_PLACES : INVITATION_PLACES;
    const letter =
      token && template
        ? make(of.fields, { token, template, code: secret?.['invite.code'] }, places)
        : undefined;
    return { piece: of.piece, copy: of.copy, letter };
  });
}
