import { z } from 'zod';
import type { CaseId } from '../../domain/basics/ids.ts';
import type { InsidePart } from '../../domain/portal/inside-part.ts';
import { insidePartOf } from '../../domain/portal/inside-part-of.ts';
import { knownLanguage } from '../../domain/portal/language-of.ts';
import { closedInvites, openInvites } from '../../domain/portal/open-invites.ts';
import type { CapsulesOfCase, ChangedPage } from '../../domain/portal/to-send.ts';
import { machine, roles } from '../../security/access.ts';
import { surveyToken } from '../../security/capsule.ts';
import { casesNow, changedCases, inviteOf, openSurveys, type CaseNow } from '../../store/questions/portal.ts';
import { inputs } from '../inputs.ts';
import { question, type Found, type Question } from '../question.ts';

const COURIER = { allowed: machine('system:courier') };
const locator = z.string().regex(/^[0-9a-f]{64}$/);
const PAGE = 500;

/** Whose envelope it may be, with the key that only her capsule has. One reading an envelope (design 2, Envelopes). */
const keyQuestion = question({
  name: 'portal.key',
  says: 'Open the key of one capsule, for opening an envelope that came under its locator',
  schema: z.strictObject({ locator }),
  who: COURIER,
  reading: 'opened',
  opens: ['invite.key'],
  purpose: 'portal',
  find: ({ reader }, input) => inviteOf(reader, input.locator),
  show: (rows, fields) =>
    rows.map((row) => ({
      case: row.case,
      piece: row.piece,
      copy: row.copy,
      revoked: row.revoked,
      key: fields(row)['invite.key'] ?? null,
    })),
});

type PartRow = Found & {
  readonly case: CaseId;
  readonly subject: CaseId;
  readonly now?: CaseNow;
  readonly locator?: string;
  readonly surveys: ReadonlyMap<string, string>;
};

/** What is to lie in the capsules of some cases now (`CapsulesOfCase`). */
const partsQuestion = question({
  name: 'portal.parts',
  says: 'Make what is to lie in the capsules of some cases now, with the keys that seal them',
  schema: z.strictObject({ cases: z.array(inputs.id('case')).min(1).max(PAGE) }),
  who: COURIER,
  reading: 'bulk',
  opens: ['invite.key', 'contact.language', 'language.chosen', 'language.code'],
  purpose: 'portal',
  find: async ({ reader, today }, input): Promise<readonly PartRow[]> => {
    const [cases, surveys] = await Promise.all([casesNow(reader, input.cases), openSurveys(reader, today)]);
    return cases.flatMap((now) => {
      const whose = { case: now.case, subject: now.case, surveys };
      const codes = openInvites(now.state.mail).map(({ piece, copy, locator: name = '' }) => ({
        ...whose,
        vaultItem: `${piece}.${copy}`,
        locator: name,
      }));
      return [{ ...whose, now }, ...codes];
    });
  },
  show: (rows, fields, _input, { now, today, rules }): readonly CapsulesOfCase[] =>
    rows.flatMap((row) => {
      if (!row.now) return [];
      const { state, version, dayClosed } = row.now;
      const living = rows
        .filter((code) => code.case === row.case && code.locator !== undefined)
        .flatMap((code) => {
          const key = fields(code)['invite.key'];
          return code.locator && key ? [{ locator: code.locator, key }] : [];
        });
      const hers = fields(row);
      const language = knownLanguage(
        hers['contact.language'],
        hers['language.chosen'],
        hers['language.code'],
      );
      const survey = surveyOf(row.now, row.surveys, living[0]?.key);
      return [
        {
          case: row.case,
          version,
          living,
          revoked: closedInvites(state.mail).flatMap((invite) => invite.locator ?? []),
          part: insidePartOf(state, { now, today, rules, language, survey, dayClosed }),
        },
      ];
    }),
});

/** The last survey she was asked to answer, while it is open. The token is made of her key and leads nowhere without it. */
function surveyOf(
  { state }: CaseNow,
  open: ReadonlyMap<string, string>,
  key: string | undefined,
): InsidePart['survey'] {
  const survey = state.messages.surveys.findLast((one) => open.has(one));
  const form = survey && open.get(survey);
  if (!survey || !form || !key) return undefined;
  return { survey, form, token: surveyToken(Buffer.from(key, 'base64'), survey) };
}

/** Which cases may have capsules to be written anew (`ChangedAsk`, `ChangedPage`). Ids only. */
const changedQuestion = question({
  name: 'portal.changed',
  says: 'List cases with a link that something happened to, or whose day has come, since the last round',
  schema: z.strictObject({
    since: z.int().min(0).optional(),
    day: inputs.date.optional(),
    upTo: z.int().min(0).optional(),
    after: inputs.id('case').optional(),
    limit: z.int().min(1).max(1000).optional(),
  }),
  who: COURIER,
  reading: 'none',
  opens: [],
  purpose: 'portal',
  find: async ({ reader, today }, input) => {
    const { upTo, cases } = await changedCases(reader, input, today);
    // Kept beside the rows: a page without cases has a horizon too.
    return [{ upTo, cases }];
  },
  show: ([page], _fields, input, { today }): ChangedPage => {
    const { upTo = 0, cases = [] } = page ?? {};
    const last = cases.length === (input.limit ?? PAGE) ? cases.at(-1)?.case : undefined;
    return { upTo, day: today, cases, ...(last ? { next: last } : {}) };
  },
});

/** What she had sent and what could not be carried out: for the person who looks after it. */
const refusedQuestion = question({
  name: 'portal.refused',
  says: 'Show what a woman sent by her link that could not be carried out',
  schema: z.strictObject({ case: inputs.id('case'), envelope: locator }),
  who: { allowed: roles('responsible-manager') },
  reading: 'opened',
  opens: ['portal.kind', 'portal.words'],
  purpose: 'casework',
  find: async (_asking, input) => [{ case: input.case, subject: input.case, vaultItem: input.envelope }],
  show: (rows, fields) => rows.map((row) => fields(row)),
});

export const portalQuestions: readonly Question[] = [
  keyQuestion,
  partsQuestion,
  changedQuestion,
  refusedQuestion,
];
