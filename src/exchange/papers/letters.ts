import type { CivilDate } from '../../domain/basics/civil-date.ts';
import { err, ok, type Result } from '../../domain/basics/result.ts';
import { dayOfInstant, type Instant } from '../../domain/basics/instant.ts';
import { hasSubject } from '../../domain/rules-of.ts';
import type { By } from '../../gate/gate.ts';
import type { GateRefusal } from '../../gate/refusal.ts';
import type { Letter } from '../../print/letter.ts';
import { renderLetters, type Effort, type LetterPart } from '../../print/render-letters.ts';
import type { NotSet } from '../../print/set-letters.ts';
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

/** Where each letter lies: part and page both count from 1; a letter of two pages is named by its first. */
export type ManifestLine = {
  readonly piece: string;
  readonly copy: number;
  readonly token: string;
  readonly template: string;
  readonly part: number;
  readonly page: number;
  readonly pages: number;
};

/** The letters of a batch. `pdf` is the first part: all of them as long as they are not more than 250. */
export type BatchLetters = {
  readonly pdf: Buffer;
  readonly letters: number;
  readonly parts: readonly Buffer[];
  readonly manifest: readonly ManifestLine[];
};

type Addressee = {
  readonly piece: string;
  readonly copy: number;
  readonly kind: string;
  readonly fields: OpenedFields;
};
type Made = { readonly of: Addressee; readonly letter: Letter };

/**
 * The letters of a batch, in the order of their pieces, as few PDFs as can be. Whoever fetches them must see the batch;
 * the printer then opens what the letters carry, and both stand in the access log before the first name is opened.
 */
export async function lettersOfBatch(
  door: PrintDoor,
  batch: string,
  by: By,
  effort: Effort = { workers: 1 },
  /** Copies, as `piece.copy`, that are not set: they are in a print file already. */
  without: readonly string[] = [],
): Promise<Result<BatchLetters, NoLetters>> {
  const seen = await door.ask('batch.show', { batch }, by);
  if (!seen.ok) return err({ type: 'refused', refusal: seen.error });
  const printer: By = { actor: 'system:print', second: by.actor, screen: 'papers' };
  const addressees = await door.ask('letters.addressees', { batch }, printer);
  if (!addressees.ok) return err({ type: 'refused', refusal: addressees.error });
  const numbers = await numbersOf(door, batch, printer);
  if (!numbers.ok) return err({ type: 'refused', refusal: numbers.error });
  const secrets = await door.ask('letters.secrets', { batch }, printer);
  if (!secrets.ok) return err({ type: 'refused', refusal: secrets.error });
  const pieces = (addressees.value as readonly Addressee[])
    .filter(({ piece, copy }) => !without.includes(`${piece}.${copy}`))
    .map((one) => ({ ...one, fields: { ...one.fields, ...numbers.value.get(one.piece) } }));
  if (pieces.length === 0) return err({ type: 'nothing-printed' });
  const today = dayOfInstant(door.now());
  const made = makeAll(door.programme, pieces, secrets.value as readonly Omit<Addressee, 'kind'>[], today);
  const lost = made.flatMap(({ of, letter }) => (letter ? [] : [of.piece]));
  if (lost.length > 0) return err({ type: 'no-address', pieces: lost });
  const ready = made.flatMap(({ of, letter }) => (letter ? [{ of, letter }] : []));
  const unknown = ready.find(({ letter }) => !templateOf(door.programme, letter));
  if (unknown) return err({ type: 'no-template', template: unknown.letter.template });
  const run = { templates: door.programme.letters, day: today, sample: door.tryout ?? true };
  const set = await renderLetters(
    run,
    ready.map(({ letter }) => letter),
    effort,
  );
  if (!set.ok) return err(inPieces(set.error, ready));
  const parts = set.value.map(({ pdf }) => Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength));
  const [pdf] = parts;
  if (!pdf) throw new Error('Letters were set and there is no part');
  const manifest = set.value.flatMap((part, index) => linesOf(part, index + 1, ready, door.programme));
  return ok({ pdf, letters: ready.length, parts, manifest });
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

function templateOf(programme: Programme, letter: Letter) {
  return programme.letters.find(({ name }) => name === letter.template);
}

function makeAll(
  programme: Programme,
  pieces: readonly Addressee[],
  secrets: readonly Omit<Addressee, 'kind'>[],
  today: CivilDate,
): readonly { readonly of: Addressee; readonly letter: Letter | undefined }[] {
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
    return { of, letter };
  });
}

function linesOf(
  part: LetterPart,
  number: number,
  made: readonly Made[],
  programme: Programme,
): readonly ManifestLine[] {
  let page = 1;
  return made.slice(part.first, part.first + part.letters).map(({ of, letter }) => {
    const pages = templateOf(programme, letter)?.pages ?? 1;
    const line = { piece: of.piece, copy: of.copy, token: letter.token, template: letter.template };
    const from = page;
    page += pages;
    return { ...line, part: number, page: from, pages };
  });
}

function inPieces(problem: NotSet, made: readonly Made[]): NoLetters {
  if (problem.type === 'template-broken') return problem;
  return { type: problem.type, pieces: problem.letters.flatMap((at) => made[at]?.of.piece ?? []) };
}
