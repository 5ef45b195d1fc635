import { z } from 'zod';
import type { CaseId } from '../../domain/basics/ids.ts';
import type { Caller, IdentityLevel } from '../../domain/facts/contact.ts';
import { agreeingPoints } from '../../domain/inquiry/agreeing-points.ts';
import { mayTell, type Tellable } from '../../domain/inquiry/may-tell.ts';
import { mayGoOut } from '../../domain/standing/what-stops-what.ts';
import { noCase, type CaseState } from '../../domain/case.ts';
import { roles } from '../../security/access.ts';
import { caseStates } from '../../store/questions/case-states.ts';
import { findInquiry } from '../../store/questions/inquiries.ts';
import { inputs } from '../inputs.ts';
import { question, type Fields, type Question } from '../question.ts';

const DESK = roles('operator', 'responsible-manager');
const MOST_COMPARED = 20;
const line = z.string().trim().max(200).optional();

/** Fewer agree with many by chance: to know whose case it is takes two. */
const ENOUGH = 2;

/**
 * `inquiry.find-caller`: whose case a caller may speak of, by what he or she has said (domain.md 8). Nothing that is
 * stored leaves: only whether it is one person, and which of the said points agree. Where fewer than two do, or with
 * several persons, the answer is the same as for somebody whom nobody knows.
 */
const find = question({
  name: 'inquiry.find-caller',
  needs: ['eligibility'],
  says: 'Compare what a caller says with the list, and say only whether it agrees with one person',
  schema: z.strictObject({ name: line, birthDate: inputs.date.optional(), address: line }),
  who: { allowed: DESK },
  reading: 'listed',
  opens: ['identity.name', 'identity.kana', 'identity.birthDate', 'address.address'],
  purpose: 'inquiry',
  find: async ({ reader, search }, said) => {
    const people = await search();
    const { kana, address } = people.keysOf({ 'identity.kana': said.name, 'address.address': said.address });
    const words = [said.name, said.birthDate, said.address].flatMap((one) => (one ? [one] : []));
    const ids = [
      ...people.candidates({ kana, address }).flatMap(({ cases }) => cases),
      ...words.flatMap((word) =>
        people.find(word, { limit: MOST_COMPARED }).hits.flatMap(({ cases }) => cases),
      ),
    ];
    const cases = [...new Set(ids)].slice(0, 3 * MOST_COMPARED);
    const states = await caseStates(reader, cases);
    return {
      rows: cases.map((id) => ({ subject: id, case: id, state: states.get(id) ?? noCase })),
      hits: cases.length,
      kinds: [...new Set(words.flatMap((word) => people.kindsOf(word)))],
    };
  },
  show: (rows, fields, said, { rules }) => {
    const compared = rows.map((row) => ({
      case: row.case,
      open: row.state.standing.closed === undefined,
      points: agreeingPoints(said, listedOf(fields(row)), rules.eligibility.ward),
    }));
    const most = Math.max(0, ...compared.map(({ points }) => points.length));
    if (most < ENOUGH) return { found: 'nobody' } as const;
    const best = compared.filter(({ points }) => points.length === most);
    // Of a woman with several contracts the case that runs.
    const open = best.filter((one) => one.open);
    const [only, ...others] = open.length > 0 ? open : best;
    if (!only || others.length > 0) return { found: 'nobody' } as const;
    return { found: 'one', case: only.case, points: only.points } as const;
  },
});

/** `inquiry.may-tell`: what may be said in this contact, with the values of exactly that and nothing else. */
const tell = question({
  name: 'inquiry.may-tell',
  says: 'Say what may be told in an enquiry, and open nothing but that',
  schema: z.strictObject({ inquiry: inputs.id('inquiry') }),
  who: { allowed: DESK },
  reading: 'opened',
  opens: ['contact.phone', 'contact.email', 'address.address', 'address.building'],
  purpose: 'inquiry',
  find: async ({ reader, today }, { inquiry }) => {
    const [row] = await findInquiry(reader, inquiry);
    if (!row) return [];
    const id = row.case;
    const states = await caseStates(reader, id ? [id] : []);
    const state = (id && states.get(id)) ?? noCase;
    const may = mayTell(row.level, state.standing, row.caller);
    const told: { readonly case?: CaseId; readonly subject?: CaseId } =
      id && may.includes('contact') ? { case: id, subject: id } : {};
    const quiet = id !== undefined && !mayGoOut(state.standing, 'calls', today).goes;
    return [{ ...told, level: row.level, caller: row.caller, may, state, quiet }];
  },
  show: (rows, fields): MayTell => {
    const [row] = rows;
    if (!row) return { level: 0, caller: 'herself', may: ['general'], told: {}, quiet: false };
    const { level, caller, may, state, quiet } = row;
    return { level, caller, may, told: toldOf(may, state, fields(row)), quiet };
  },
});

type MayTell = {
  readonly level: IdentityLevel;
  readonly caller: Caller;
  readonly may: readonly Tellable[];
  readonly told: ReturnType<typeof toldOf>;
  /** She is not to be called or congratulated: a stop, without its reason. */
  readonly quiet: boolean;
};

export const callerAsks = { find, tell };

export const callerQuestions: readonly Question[] = Object.values(callerAsks);

function listedOf(fields: Fields) {
  return {
    name: fields['identity.name'],
    kana: fields['identity.kana'],
    birthDate: fields['identity.birthDate'],
    address: fields['address.address'],
  };
}

function toldOf(may: readonly Tellable[], { bookings, mail, benefit }: CaseState, fields: Fields) {
  const { active } = bookings;
  const last = mail.pieces.at(-1);
  return {
    ...(may.includes('booking') && active
      ? { booking: { date: active.date, slot: active.slot, mode: active.mode } }
      : {}),
    ...(may.includes('dispatch') && last ? { dispatch: { kind: last.kind, status: last.status } } : {}),
    ...(may.includes('package') && benefit.entitlement
      ? { package: { to: benefit.entitlement.to, held: benefit.heldFor !== undefined } }
      : {}),
    ...(may.includes('contact')
      ? { contact: { phone: fields['contact.phone'], email: fields['contact.email'] } }
      : {}),
    ...(may.includes('address')
      ? { address: { address: fields['address.address'], building: fields['address.building'] } }
      : {}),
  };
}
