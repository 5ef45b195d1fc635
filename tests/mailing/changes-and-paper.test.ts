import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../../src/domain/basics/civil-date.ts';
import { isRefusal } from '../../src/domain/basics/refusal.ts';
import { evolveCase, type CaseState } from '../../src/domain/case.ts';
import type { Decision } from '../../src/domain/decision.ts';
import { caseDuties } from '../../src/domain/duties/case-duties.ts';
import type { Duty } from '../../src/domain/duties/duty.ts';
import type { Fact, RecordedFact } from '../../src/domain/facts.ts';
import type { PieceKind } from '../../src/domain/facts/mailing.ts';
import { askBack } from '../../src/domain/mailings/ask-back.ts';
import { followPiece } from '../../src/domain/mailings/follow-piece.ts';
import { postPiece } from '../../src/domain/mailings/post-piece.ts';
import { printPiece } from '../../src/domain/mailings/print-piece.ts';
import { voidPiece } from '../../src/domain/mailings/void-piece.ts';
import { booked } from '../support/booked.ts';
import { CHANGES, openedFor, tell, type Change } from '../support/changes.ts';
import { completedVisit } from '../support/completed-visit.ts';
import { CASE, factsOf, given, on, today } from '../support/given.ts';
import { grantedPackage } from '../support/granted-package.ts';
import {
  BATCH,
  BORN,
  SECRETS,
  batchAfter,
  delivered,
  issued,
  PIECE,
  planned,
  posted,
  printed,
  ready,
  returned,
  sent,
} from '../support/mail.ts';
import { readTable } from '../support/read-table.ts';

const MOMENTS = ['planned', 'fixed', 'printed', 'enclosed', 'posted'] as const;
type Moment = (typeof MOMENTS)[number];

const KINDS: readonly PieceKind[] = [
  'notice',
  'resend',
  'reissue',
  'recall',
  'package',
  'package-resend',
  'package-request',
];

/** What the hand-written table says, by kind, change and moment. */
const expected = new Map(
  readTable(new URL('changes-and-paper.tsv', import.meta.url)).flatMap(
    ([kinds = [], change = [], ...cells]) =>
      kinds.flatMap((kind) =>
        MOMENTS.map((moment, at) => [`${kind} ${change[0]} ${moment}`, cells[at]?.[0]] as const),
      ),
  ),
);

/** A woman who is owed a piece of this kind, and the day on which its batch is made. */
function owed(
  kind: PieceKind,
  change: Change,
): { readonly facts: readonly RecordedFact[]; readonly day: string } {
  const first = { piece: 'piece_first', batch: 'batch_first' } as const;
  const letter = [openedFor(change, '2026-04-02'), ...sent('2026-04-13', first)];
  switch (kind) {
    case 'notice':
      return { facts: [openedFor(change, '2026-04-02')], day: '2026-05-12' };
    case 'resend':
      return { facts: [...letter, returned('2026-04-24', first)], day: '2026-05-12' };
    case 'reissue': {
      const lost = {
        case: CASE,
        piece: 'piece_first',
        on: date('2026-04-24'),
        source: 'post-office',
      } as const;
      const facts = factsOf(followPiece(given(...letter), { ...lost, what: 'lost' }, today('2026-04-24')));
      return { facts: [...letter, ...facts.map((fact) => on('2026-04-24', fact))], day: '2026-05-12' };
    }
    case 'recall':
      return { facts: [...letter, delivered('2026-04-15', first)], day: '2026-05-12' };
    case 'package':
      return { facts: visited(change), day: '2026-06-16' };
    case 'package-resend':
      return {
        facts: [...visited(change), ...cameBack('package', '2026-06-15', '2026-06-24')],
        day: '2026-07-14',
      };
    case 'package-request': {
      const twice = [
        ...visited(change),
        ...cameBack('package', '2026-06-15', '2026-06-24'),
        ...cameBack('package-resend', '2026-07-06', '2026-07-15'),
        on('2026-07-20', {
          type: 'redispatch.requested',
          case: CASE,
          on: date('2026-07-20'),
          channel: 'phone',
          by: 'herself',
          nth: 1,
          accepted: true,
        } satisfies Fact),
      ];
      return { facts: twice, day: '2026-07-21' };
    }
  }
}

function visited(change: Change): readonly RecordedFact[] {
  return [
    openedFor(change, '2026-04-02'),
    on('2026-05-10', { type: 'resident.registered', case: CASE, channel: 'web' }),
    booked('2026-05-20', '2026-06-10'),
    completedVisit('2026-06-10'),
    grantedPackage('2026-06-10'),
  ];
}

function cameBack(kind: PieceKind, out: string, back: string): readonly RecordedFact[] {
  const which = { kind, piece: `piece_${kind}`, batch: `batch_${kind}` } as const;
  return [
    planned(out, which),
    printed(out, which),
    posted(out, which),
    returned(back, { ...which, reason: 'storage-expired' }),
  ];
}

/** The piece up to a moment. */
function upTo(moment: Moment, kind: PieceKind, day: string): readonly RecordedFact[] {
  const of = { kind };
  const facts: RecordedFact[] = [planned(day, of)];
  if (moment === 'planned' || moment === 'fixed') return facts;
  facts.push(printed(day, of));
  if (!kind.startsWith('package') && kind !== 'recall') facts.push(issued(day, of));
  if (kind.startsWith('package')) {
    const packed = { type: 'benefit.packed', case: CASE, piece: PIECE, serials: ['S-1'] } as const;
    facts.push(on(day, { ...packed, witnesses: ['account_a', 'account_b'] }));
  }
  return moment === 'posted' ? [...facts, posted(day, { ...of, tracking: '13112383863' })] : facts;
}

const whose = { batch: BATCH, case: CASE, piece: PIECE } as const;

function evolved(state: CaseState, outcome: Decision | { readonly refused: string }, day: string): CaseState {
  return factsOf(outcome).reduce((before, fact) => evolveCase(before, on(day, fact)), state);
}

const papers = (state: CaseState, day: string): readonly Duty[] =>
  caseDuties(state, CASE, today(day).rules).filter(
    ({ kind, paper, from }) =>
      (kind === 'pull-piece' || kind === 'ask-back-piece') && paper?.piece === PIECE && from <= day,
  );

/** What the decisions make of the piece after the change; the duties of the people are checked on the way. */
function becomes(kind: PieceKind, change: Change, moment: Moment): string {
  const { facts, day } = owed(kind, change);
  const before = given(...facts, ...upTo(moment, kind, day)).case;
  const told = tell(before, change, date(day));
  const state = told.facts.reduce(evolveCase, before);
  const duties = papers(state, day);
  const ordered = told.send.some(({ queue, ref }) => queue === 'pull-piece' && ref === PIECE);
  const context = today(day, { known: BORN });
  const { batch } = batchAfter(...ready(day, kind));
  if (moment === 'planned' || moment === 'fixed') {
    assert.deepEqual(duties, [], 'nothing lies in anybody’s hand yet');
    const template = `${kind.startsWith('package') ? 'package' : kind}-1`;
    const fixed = { ...batch, counted: undefined };
    const { counted: _none, ...open } = fixed;
    const types = factsOf(
      printPiece({ case: state, batch: open }, { ...whose, template, secrets: SECRETS }, context),
    ).map(({ type }) => type);
    return types.includes('piece.printed') ? 'goes' : 'stopped';
  }
  if (moment === 'posted') {
    if (duties.length === 0) {
      assert.ok(!ordered, 'ordered and nobody is told');
      return 'goes';
    }
    assertNamed(duties, 'ask-back-piece');
    assertAskedBack(state, day);
    return 'back';
  }
  const service =
    kind === 'recall'
      ? 'postcard'
      : kind.startsWith('package')
        ? 'simplified-registered'
        : 'specified-record';
  const post = (at: CaseState) =>
    postPiece(
      { case: at, batch },
      {
        ...whose,
        service,
        tracking: '131-12-38385-2',
        ...(kind.startsWith('package') ? { grams: 40, form: 'letter' } : {}),
      },
      context,
    );
  const outcome = post(state);
  if (!isRefusal(outcome)) {
    assert.deepEqual(duties, [], 'somebody is sent to pull what goes on');
    assert.ok(!ordered, 'a pull was ordered of what goes on');
    return 'goes';
  }
  assert.ok(duties.length > 0, `${change}, ${moment}: ${outcome.refused}, and nobody is told`);
  assertNamed(duties, 'pull-piece');
  const again = outcome.refused === 'piece-outdated';
  assert.ok(again || outcome.refused === 'pull-this-piece', outcome.refused);
  const reason = again ? 'outdated' : 'pulled';
  const voided = evolved(state, voidPiece({ case: state, batch }, { ...whose, reason }, context), day);
  assert.deepEqual(papers(voided, day), [], 'who has pulled it is still told to');
  return again ? 'reprint' : 'pull';
}

function assertNamed(duties: readonly Duty[], kind: string): void {
  assert.deepEqual(
    duties.map((duty) => [duty.kind, duty.paper?.batch, duty.paper?.holder, duty.owner]),
    [[kind, BATCH, 'account_clerk', 'mailing-clerk']],
  );
}

/** Asked, or not asked with a reason: the duty ends; not asked and something new is heard: it is there again. */
function assertAskedBack(state: CaseState, day: string): void {
  const context = today(day);
  const of = { case: CASE, piece: PIECE } as const;
  const asked = evolved(state, askBack({ case: state }, { ...of, asked: true, ref: 'T-1' }, context), day);
  assert.deepEqual(papers(asked, day), []);
  const back = { ...of, what: 'withdrawn', on: date(day), source: 'post-office' } as const;
  const done = evolved(asked, followPiece({ case: asked }, back, context), day);
  assert.deepEqual(papers(done, day), []);
  const why = { ...of, asked: false, reason: 'post-cannot' } as const;
  const not = evolved(state, askBack({ case: state }, why, context), day);
  assert.deepEqual(papers(not, day), []);
  const more = evolveCase(not, on(day, { type: 'case.held', case: CASE, reason: 'same-name' }));
  assert.equal(papers(more, day).length, 1, 'a stop after the answer is not covered by it');
}

for (const kind of KINDS) {
  test(`${kind}: what a change between plan and send does is what the table says, and who has the paper is told [AMB-38] [CHI-8.14-5] [B-17]`, () => {
    const rows = CHANGES.filter((change) => expected.has(`${kind} ${change} planned`));
    assert.ok(rows.length >= 17, `${rows.length} changes are in the table`);
    const wrong = rows.flatMap((change) =>
      MOMENTS.flatMap((moment) => {
        const is = becomes(kind, change, moment);
        const should = expected.get(`${kind} ${change} ${moment}`);
        return is === should ? [] : [`${change}, ${moment}: ${is} instead of ${should}`];
      }),
    );
    assert.deepEqual(wrong, []);
  });
}

test('the table names no kind, change or moment that nobody tries', () => {
  const words = new Set<string>(['goes', 'stopped', 'pull', 'reprint', 'back']);
  for (const [name, word] of expected) {
    const [kind = '', change = ''] = name.split(' ');
    assert.ok(KINDS.some((one) => one === kind) && CHANGES.some((one) => one === change), name);
    assert.ok(word !== undefined && words.has(word), name);
  }
});

test('a move out that is still to come pulls the letter on its day, not before [CHI-4.2-1]', () => {
  const { facts, day } = owed('notice', 'move-out-later');
  const before = given(...facts, ...upTo('posted', 'notice', day)).case;
  const state = tell(before, 'move-out-later', date(day)).facts.reduce(evolveCase, before);
  assert.deepEqual(papers(state, '2026-05-31'), []);
  assert.deepEqual(
    papers(state, '2026-06-01').map(({ kind, from }) => [kind, from]),
    [['ask-back-piece', '2026-06-01']],
  );
});

test('a package that left after a loss on her own wish is not asked back for that loss [AMB-05]', () => {
  const { facts, day } = owed('package', 'loss');
  const lost = tell(given(...facts).case, 'loss', date('2026-06-15')).facts;
  const released = on('2026-06-16', {
    type: 'benefit.released',
    case: CASE,
    dueBy: date('2026-06-26'),
    reason: 'loss',
  });
  const state = given(...facts, ...lost, released, ...upTo('posted', 'package', day)).case;
  assert.deepEqual(papers(state, day), []);
  const dead = tell(state, 'her-death', date(day)).facts.reduce(evolveCase, state);
  assert.equal(papers(dead, day).length, 1);
});

test('a package under way is pulled when she who had wanted it takes that back [B-17]', () => {
  const { facts, day } = owed('package', 'withdrawal-send');
  const before = given(...facts, ...upTo('printed', 'package', day)).case;
  const sendIt = tell(before, 'withdrawal-send', date(day)).facts.reduce(evolveCase, before);
  assert.deepEqual(papers(sendIt, day), []);
  const told = tell(sendIt, 'withdrawal-decline', date(day));
  assert.deepEqual(
    told.send.map(({ queue, ref }) => [queue, ref]),
    [['pull-piece', PIECE]],
  );
  assertNamed(papers(told.facts.reduce(evolveCase, sendIt), day), 'pull-piece');
});

test('the paper of a closed case is still pulled, and what she has earned is still due [CHI-8.4-5]', () => {
  const { facts, day } = owed('notice', 'loss');
  const printedOne = given(...facts, ...upTo('printed', 'notice', day)).case;
  const closed = evolveCase(printedOne, on(day, { type: 'case.closed', case: CASE, outcome: 'no-answer' }));
  assertNamed(papers(closed, day), 'pull-piece');
  const parcel = owed('package', 'loss');
  const ended = evolveCase(
    given(...parcel.facts).case,
    on(parcel.day, { type: 'case.closed', case: CASE, outcome: 'visited' }),
  );
  const kinds = caseDuties(ended, CASE, today(parcel.day).rules).map(({ kind }) => kind);
  assert.deepEqual(kinds, ['send-package']);
});
