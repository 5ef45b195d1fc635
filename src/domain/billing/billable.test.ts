import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completedVisit } from '../../../tests/support/completed-visit.ts';
import { on } from '../../../tests/support/given.ts';
import { date } from '../basics/civil-date.ts';
import type { CaseId, PieceId } from '../basics/ids.ts';
import { yen } from '../basics/yen.ts';
import type { PieceKind, PostService } from '../facts/mailing.ts';
import type { RecordedFact } from '../facts.ts';
import { chiyodaVisit } from '../../programmes/chiyoda-visit/programme.ts';
import { billableOf } from './billable.ts';

const { billing } = chiyodaVisit.rules;

const bill = (...facts: readonly RecordedFact[]) =>
  billableOf(
    facts.map((fact, index) => ({ place: index + 1, fact })),
    billing,
  );

const counted = (...facts: readonly RecordedFact[]) =>
  bill(...facts).billed.map(({ code, quantity, on: day }) => `${quantity} ${code} ${day}`);

const planned = (piece: PieceId, kind: PieceKind, woman: CaseId = 'case_hanako') =>
  on('2026-06-01', { type: 'piece.planned', piece, batch: 'batch_1', case: woman, kind });

const posted = (
  day: string,
  piece: PieceId,
  kind: PieceKind,
  postage: number,
  service: PostService = 'registered',
  woman: CaseId = 'case_hanako',
) => on(day, { type: 'piece.posted', piece, case: woman, kind, service, postage: yen(postage) });

const became = (
  day: string,
  piece: PieceId,
  type: 'piece.delivered' | 'piece.lost',
  woman: CaseId = 'case_hanako',
) => on(day, { type, piece, case: woman, on: date(day), source: 'tracking-page' });

const returned = (day: string, piece: PieceId) =>
  on(day, {
    type: 'piece.returned',
    piece,
    case: 'case_hanako',
    on: date(day),
    reason: 'storage-expired',
    source: 'envelope',
  });

const receipted = (day: string, kind: PieceKind, pieces: number, amount: number) =>
  on(day, {
    type: 'postage.receipted',
    receipt: `r-${day}`,
    batch: 'batch_1',
    kind,
    pieces,
    amount: yen(amount),
    on: date(day),
  });

test('each mode and the follow-up accepted at the start have a price of their own [CHI-10.2-1, CHI-10.2-2, CHI-10.2-3, CHI-10.2-4, AMB-46]', () => {
  assert.deepEqual(
    counted(
      completedVisit('2026-06-01'),
      completedVisit('2026-06-02', { followUp: true }),
      completedVisit('2026-06-03', { mode: 'online' }),
      completedVisit('2026-06-04', { mode: 'phone' }),
      completedVisit('2026-06-05', { mode: 'online', followUp: true }),
    ),
    [
      '1 visit 2026-06-01',
      '1 visit-follow-up 2026-06-02',
      '1 remote 2026-06-03',
      '1 remote 2026-06-04',
      '1 remote-follow-up 2026-06-05',
    ],
  );
});

test('an absence, a talk with the partner only and a visit that fell out are not billed [AMB-23]', () => {
  for (const reason of ['absent', 'others-only', 'visitor-side'] as const) {
    assert.deepEqual(
      counted(
        on('2026-06-01', {
          type: 'visit.missed',
          case: 'case_hanako',
          booking: 'booking_1',
          date: date('2026-06-01'),
          reason,
        }),
      ),
      [],
    );
  }
});

test('a follow-up that the ward accepted after the visit changes no price [AMB-46, CHI-10.2-2]', () => {
  const accepted = on('2026-06-20', {
    type: 'case.follow-up-decided',
    case: 'case_hanako',
    to: true,
    ref: 'ward-1',
    on: date('2026-06-20'),
  });
  assert.deepEqual(counted(completedVisit('2026-06-10'), accepted), ['1 visit 2026-06-10']);
});

test('a package sent in June and received on 2 July counts in July, one that came back nowhere [CHI-10.2-5, CHI-8.4-12]', () => {
  const sent = [planned('piece_1', 'package'), posted('2026-06-20', 'piece_1', 'package', 570)];
  assert.deepEqual(counted(...sent, became('2026-07-02', 'piece_1', 'piece.delivered')), [
    '1 package 2026-07-02',
  ]);
  assert.deepEqual(counted(...sent, returned('2026-07-03', 'piece_1')), []);
  assert.deepEqual(counted(...sent, became('2026-07-03', 'piece_1', 'piece.lost')), []);
});

test('a woman is billed one package however often it was sent and received [CHI-10.2-5, CHI-8.4-7]', () => {
  const again = (piece: PieceId, kind: PieceKind, day: string) => [
    planned(piece, kind),
    posted(day, piece, kind, 570),
    became(day, piece, 'piece.delivered'),
  ];
  assert.deepEqual(
    counted(
      ...again('piece_1', 'package', '2026-06-20'),
      ...again('piece_2', 'package-resend', '2026-07-20'),
      ...again('piece_3', 'package-request', '2026-08-20'),
    ),
    ['1 package 2026-06-20'],
  );
});

test('a receipt that turned out to be wrong is taken back, and the one that was right is billed [CHI-10.2-5]', () => {
  assert.deepEqual(
    counted(
      planned('piece_1', 'package'),
      posted('2026-06-20', 'piece_1', 'package', 570),
      became('2026-06-22', 'piece_1', 'piece.delivered'),
      returned('2026-07-01', 'piece_1'),
      planned('piece_2', 'package-resend'),
      posted('2026-07-18', 'piece_2', 'package-resend', 570),
      became('2026-07-19', 'piece_2', 'piece.delivered'),
    ),
    ['1 package 2026-06-22', '-1 package 2026-06-22', '1 package 2026-07-19'],
  );
});

test('a letter that was delivered is no package', () => {
  assert.deepEqual(
    counted(
      planned('piece_1', 'notice'),
      posted('2026-06-20', 'piece_1', 'notice', 320),
      became('2026-06-22', 'piece_1', 'piece.delivered'),
    ),
    [],
  );
});

test('postage is claimed by receipt, in four categories; re-sends of packages are package postage [CHI-10.3-1, CHI-10.3-2]', () => {
  const of = (kind: PieceKind) => {
    const [one] = bill(receipted('2026-06-20', kind, 3, 1_710)).billed;
    return [one?.code, one?.quantity, one?.amount, one?.receipt];
  };
  const claim = (code: string) => [code, 3, 1_710, 'r-2026-06-20'];
  assert.deepEqual(of('notice'), claim('postage-notice'));
  assert.deepEqual(of('resend'), claim('postage-resend'));
  assert.deepEqual(of('reissue'), claim('postage-resend'));
  assert.deepEqual(of('recall'), claim('postage-recall'));
  assert.deepEqual(of('package'), claim('postage-package'));
  assert.deepEqual(of('package-resend'), claim('postage-package'));
  assert.deepEqual(of('package-request'), claim('postage-package'));
});

test('mail posted on a day without a receipt is excluded and listed [CHI-10.3-2]', () => {
  const { billed, unclaimed } = bill(
    planned('piece_1', 'notice'),
    planned('piece_2', 'notice', 'case_yumi'),
    planned('piece_3', 'notice', 'case_maki'),
    posted('2026-06-20', 'piece_1', 'notice', 320),
    posted('2026-06-21', 'piece_2', 'notice', 320, 'registered', 'case_yumi'),
    posted('2026-06-21', 'piece_3', 'notice', 0, 'handed-to-ward', 'case_maki'),
    receipted('2026-06-20', 'notice', 1, 320),
  );
  assert.deepEqual(
    billed.map(({ code, amount }) => [code, amount]),
    [['postage-notice', 320]],
  );
  assert.deepEqual(
    unclaimed.map(({ reason, on: day, amount }) => [reason, day, amount]),
    [['no-receipt', '2026-06-21', 320]],
  );
});

test('where the ward does not pay lost letters again, their postage is listed and not claimed', () => {
  const rules = { postage: { ...billing.postage, reissue: 'not-claimed' as const } };
  const { billed, unclaimed } = billableOf(
    [{ place: 1, fact: receipted('2026-06-20', 'reissue', 1, 320) }],
    rules,
  );
  assert.deepEqual(billed, []);
  assert.deepEqual(
    unclaimed.map(({ reason, amount }) => [reason, amount]),
    [['not-claimed', 320]],
  );
});

test('a visit whose record is corrected is taken back and billed as it was', () => {
  const visit = completedVisit('2026-06-01');
  const correct = (field: string, to: string) =>
    on('2026-07-08', {
      type: 'fact.corrected',
      of: visit.id,
      case: 'case_hanako',
      field,
      to,
      reason: 'wrong-entry',
    });
  assert.deepEqual(counted(visit, correct('mode', 'phone')), [
    '1 visit 2026-06-01',
    '-1 visit 2026-06-01',
    '1 remote 2026-06-01',
  ]);
  assert.deepEqual(counted(visit, correct('date', '2026-05-31')).slice(1), [
    '-1 visit 2026-06-01',
    '1 visit 2026-05-31',
  ]);
  assert.deepEqual(counted(visit, correct('followUp', 'true')).slice(1), [
    '-1 visit 2026-06-01',
    '1 visit-follow-up 2026-06-01',
  ]);
  assert.deepEqual(counted(visit, correct('met', 'others')).slice(1), ['-1 visit 2026-06-01']);
});
