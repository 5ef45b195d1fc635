import { z } from 'zod';
import { addDays } from '../../domain/basics/civil-date.ts';
import { monthContaining } from '../../domain/basics/year-month.ts';
import { dispatchDates } from '../../domain/calendar/reporting.ts';
import { programmeDayBefore } from '../../domain/calendar/programme-days.ts';
import { dayOfWork, monthWork } from '../../domain/mailings/month-work.ts';
import { readSheetCode } from '../../domain/text/sheet-code.ts';
import { readTracking } from '../../domain/text/tracking.ts';
import { machine, roles } from '../../security/access.ts';
import {
  dropsOfBatch,
  mailCandidates,
  piecesByNumbers,
  piecesByTracking,
  piecesOfBatch,
  serialsOfBatch,
  unreachableCases,
} from '../../store/questions/mailing.ts';
import { sheetsByMarks, unmarkedBatches } from '../../store/questions/sheets.ts';
import { batchRows, postedByKind, type BatchRow } from '../../store/questions/mailing-balance.ts';
import { stuckBatches, stuckPieces } from '../../store/questions/mail-watch.ts';
import { inputs } from '../inputs.ts';
import { question, type Question } from '../question.ts';

const room = roles('mailing-clerk', 'responsible-manager', 'work-supervisor', 'ward-staff');

export const showDueMail = question({
  name: 'mailing.due',
  says: 'Which letters the dispatch of a month has to send, and who is left out for what reason',
  schema: z.strictObject({ month: inputs.month.optional() }),
  who: { allowed: room },
  reading: 'listed',
  opens: [],
  purpose: 'mailing',
  find: async ({ reader, today, rules }, input) => {
    const month = input.month ?? monthContaining(today);
    const { target } = dispatchDates(month, rules.mailing.dispatch, rules.mailing.calendar);
    const states = await mailCandidates(reader, dayOfWork(month, today, target));
    return [...states].map(([id, state]) => ({ case: id, subject: id, state }));
  },
  show: (rows, _fields, input, { today, rules }) =>
    monthWork(
      new Map(rows.map((row) => [row.case, row.state])),
      input.month ?? monthContaining(today),
      today,
      rules,
    ),
});

export const showBatch = question({
  name: 'batch.show',
  says: 'Show a batch: its counts, its pieces with whose they are, and who was left out for what reason',
  schema: z.strictObject({ batch: inputs.id('batch') }),
  who: { allowed: room },
  reading: 'bulk',
  opens: ['identity.name', 'identity.printName', 'identity.kana', 'address.postcode'],
  purpose: 'mailing',
  find: async ({ reader }, { batch }) => {
    const [head] = await batchRows(reader, { batch });
    if (!head) return [];
    const pieces = await piecesOfBatch(reader, batch);
    const serials = await serialsOfBatch(reader, batch);
    const drops = await dropsOfBatch(reader, batch);
    return [
      { part: 'batch' as const, head, drops },
      ...pieces.map((piece) => ({
        part: 'piece' as const,
        ...piece,
        serials: serials.get(piece.piece) ?? [],
      })),
    ];
  },
  show: (rows, fields) => ({
    batch: rows.flatMap((row) => (row.part === 'batch' ? [{ ...row.head, drops: row.drops }] : []))[0],
    pieces: rows.flatMap((row) => (row.part === 'piece' ? [{ ...row, fields: fields(row) }] : [])),
  }),
});

export const findByTracking = question({
  name: 'piece.by-tracking',
  says: 'Find the piece that has a tracking number, whose it is and where it stands',
  schema: z.strictObject({ tracking: z.string().max(40) }),
  who: { allowed: roles('operator', 'mailing-clerk', 'responsible-manager') },
  reading: 'opened',
  opens: ['identity.name', 'identity.kana', 'identity.birthDate'],
  purpose: 'mailing',
  find: ({ reader }, { tracking }) => piecesByTracking(reader, readTracking(tracking).number),
  show: (rows, fields, { tracking }) => ({
    tracking: readTracking(tracking),
    pieces: rows.map((row) => ({ ...row, fields: fields(row) })),
  }),
});

export const findOfNumbers = question({
  name: 'piece.of-numbers',
  says: 'Tell for tracking numbers from a file which piece of ours has each and where it stands; no names',
  schema: z.strictObject({ numbers: z.array(z.string().regex(/^[0-9A-Z]{1,20}$/)).max(5000) }),
  who: { allowed: roles('mailing-clerk', 'responsible-manager') },
  reading: 'listed',
  opens: [],
  purpose: 'mailing',
  find: ({ reader }, { numbers }) => piecesByNumbers(reader, numbers),
  show: (rows) => rows,
});

export const findSheets = question({
  name: 'piece.sheets',
  says: 'Tell by the codes at their foot which printed copies were scanned, also voided ones, to tell sheets apart; no names',
  schema: z.strictObject({ codes: z.array(z.string().max(60)).max(5000) }),
  who: { allowed: machine('system:print') },
  reading: 'listed',
  opens: [],
  purpose: 'mailing',
  find: async ({ reader, sheetMark }, { codes }) => {
    const wanted = new Map(
      codes.flatMap((typed) => {
        const code = readSheetCode(typed);
        return code ? [[sheetMark(code), code] as const] : [];
      }),
    );
    const sheets = await sheetsByMarks(reader, [...wanted.keys()]);
    const unmarked = sheets.length < wanted.size ? await unmarkedBatches(reader) : [];
    const rows = [
      { part: 'unmarked' as const, unmarked },
      ...sheets.map((sheet) => ({
        part: 'sheet' as const,
        ...sheet,
        subject: sheet.case,
        code: wanted.get(sheet.mark),
      })),
    ];
    return { rows, hits: sheets.length, kinds: ['sheet'] };
  },
  show: (rows) => ({
    sheets: rows.flatMap((row) => {
      if (row.part !== 'sheet') return [];
      const { code, piece, case: id, batch, living } = row;
      return [{ code, piece, case: id, batch, living }];
    }),
    /** Where a code may stand that was not found: on copies that were printed before copies had marks. */
    unmarked: rows.flatMap((row) => (row.part === 'unmarked' ? row.unmarked : [])),
  }),
});

export const openTokens = question({
  name: 'piece.tokens',
  says: 'Open the tokens of all copies of a batch, also of voided ones, to tell scanned sheets apart',
  schema: z.strictObject({ batch: inputs.id('batch') }),
  who: { allowed: machine('system:print') },
  reading: 'bulk',
  opens: ['invite.token'],
  purpose: 'mailing',
  find: async ({ reader }, { batch }) =>
    (await piecesOfBatch(reader, batch)).flatMap((row) =>
      Array.from({ length: row.copy }, (_, at) => ({
        ...row,
        nth: at + 1,
        living: at + 1 === row.copy && row.status !== 'dropped' && row.status !== 'voided',
        vaultItem: `${row.piece}.${at + 1}`,
      })),
    ),
  show: (rows, fields) =>
    rows.map((row) => ({
      piece: row.piece,
      case: row.case,
      copy: row.nth,
      living: row.living,
      token: fields(row)['invite.token'] ?? null,
    })),
});

export const watchMail = question({
  name: 'mailing.watchdog',
  says: 'Whatever should have moved on: to be pulled or asked back, in hand too long, not heard of, not judged, vouchers not in the safe, a batch not counted',
  schema: z.strictObject({}),
  who: { allowed: room },
  reading: 'listed',
  opens: [],
  purpose: 'mailing',
  find: async ({ reader, today, rules }) => {
    const { watch, calendar } = rules.mailing;
    const days = {
      today,
      postedBy: addDays(today, -watch.undeliveredDays),
      inHandSince: programmeDayBefore(today, watch.unpostedDays + 1, calendar),
    };
    return [...(await stuckPieces(reader, days)), ...(await stuckBatches(reader, days))];
  },
  show: (rows) => rows,
});

export const listUnreachable = question({
  name: 'mailing.unreachable',
  says: 'Women whom the post cannot reach after a second return, for the ward',
  schema: z.strictObject({}),
  who: { allowed: roles('responsible-manager', 'mailing-clerk', 'ward-staff') },
  reading: 'bulk',
  opens: ['identity.name', 'identity.kana', 'identity.birthDate'],
  purpose: 'mailing',
  find: ({ reader }) => unreachableCases(reader),
  show: (rows, fields) => rows.map((row) => ({ ...row, fields: fields(row) })),
});

export const showBalance = question({
  name: 'mailing.balance',
  says: 'Counts of every batch at each hand-over, whether they balance, and the planned quantities of the contract',
  schema: z.strictObject({ month: inputs.month.optional() }),
  who: { allowed: [...room, ...roles('auditor')] },
  reading: 'none',
  opens: [],
  purpose: 'mailing',
  find: async ({ reader, rules }, input) => {
    const batches = await batchRows(reader, { month: input.month });
    const posted = await postedByKind(reader, rules.contract.from, rules.contract.to);
    return [{ batches, posted }];
  },
  show: ([found], _fields, _input, { rules }) => ({
    batches: (found?.batches ?? []).map((batch) => ({ ...batch, gaps: gapsOf(batch) })),
    quantities: Object.entries(rules.mailing.planned).map(([kind, planned]) => {
      const actual = found?.posted.get(kind) ?? 0;
      const percent = Math.floor((actual * 100) / planned);
      const warn = rules.mailing.warnAtPercent.filter((level) => percent >= level).at(-1) ?? null;
      return { kind, planned, actual, percent, warn };
    }),
  }),
});

/** What the mailing room, the call centre and the ward ask about the mail. */
export const mailingQuestions: readonly Question[] = [
  showDueMail,
  showBatch,
  findByTracking,
  findOfNumbers,
  findSheets,
  openTokens,
  watchMail,
  listUnreachable,
  showBalance,
];

/** Every hand-over of a batch whose two sides are not equal; empty when nothing is missing and nothing too much. */
function gapsOf({ state, planned, pieces, dropped, hand, recorded, receipt }: BatchRow): readonly string[] {
  const { members, droppedLater, printed, spoiled, pulled, posted } = recorded;
  const inHand = members - droppedLater - pulled - posted;
  const ended =
    recorded.underWay + recorded.delivered + recorded.returned + recorded.lost + recorded.withdrawn;
  const checks: readonly (readonly [string, boolean])[] = [
    ['fixed', state === 'planning' || planned === pieces + dropped],
    ['members', state === 'planning' || members === pieces],
    ['closed', state !== 'closed' || inHand === 0],
    ['printed', state !== 'closed' || printed === posted + spoiled + pulled],
    ['hand', state !== 'closed' || (hand.printed === printed && hand.posted === posted)],
    ['ended', posted === ended],
    ['receipt', receipt.pieces === 0 || receipt.pieces !== posted || receipt.yen === recorded.yen],
  ];
  return checks.filter(([, right]) => !right).map(([name]) => name);
}
