import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, date } from '../basics/civil-date.ts';
import type { PieceKind } from '../facts/mailing.ts';
import type { RecordedFact } from '../facts.ts';
import { completedVisit } from '../../../tests/support/completed-visit.ts';
import { CASE, factsOf, given, on, opened, refusalOf, today } from '../../../tests/support/given.ts';
import { grantedPackage } from '../../../tests/support/granted-package.ts';
import { decideEntitlement } from './decide-entitlement.ts';
import { duePackage } from './due-package.ts';
import { expireBenefit } from './expire-benefit.ts';
import { holdBenefit } from './hold-benefit.ts';
import { reportLoss } from '../standing/report-loss.ts';
import { releaseBenefit } from './release-benefit.ts';
import { requestRedispatch } from './request-redispatch.ts';

const rules = today('2026-06-01').rules;

const granted = (day: string) => grantedPackage(day, { dueBy: addDays(date(day), 14) });
const sent = (day: string, kind: PieceKind, n: number): RecordedFact[] => [
  on(day, { type: 'piece.planned', piece: `piece_${n}`, batch: `batch_${n}`, case: CASE, kind }),
  on(day, {
    type: 'piece.printed',
    piece: `piece_${n}`,
    batch: `batch_${n}`,
    case: CASE,
    kind,
    template: 'package/1',
    copy: 1,
  }),
];
const back = (day: string, n: number) =>
  on(day, {
    type: 'piece.returned',
    piece: `piece_${n}`,
    case: CASE,
    on: date(day),
    reason: 'storage-expired',
    source: 'scan',
  });
const earned = [opened(), completedVisit('2026-06-15'), granted('2026-06-15')];
const dueOn = (day: string, ...facts: RecordedFact[]) => {
  const found = duePackage(given(...facts).case, date(day), rules);
  return found.due ? found.kind : found.why;
};

test('a package follows a granted entitlement and nothing else [CHI-8.4-11]', () => {
  assert.equal(dueOn('2026-06-16', opened()), 'not-entitled');
  assert.equal(dueOn('2026-06-16', opened(), completedVisit('2026-06-15')), 'not-entitled');
  assert.equal(dueOn('2026-06-16', ...earned), 'package');
});

test('a package returned on 3 July goes again in August, once, then waits for her [CHI-8.4-6, CHI-8.4-7]', () => {
  const once = [...earned, ...sent('2026-06-20', 'package', 1), back('2026-07-03', 1)];
  assert.equal(dueOn('2026-07-31', ...once), 'next-month');
  assert.equal(dueOn('2026-08-01', ...once), 'package-resend');
  const twice = [...once, ...sent('2026-08-05', 'package-resend', 2), back('2026-08-20', 2)];
  assert.equal(dueOn('2026-09-01', ...twice), 'awaiting-her-request');
  const asked = on('2026-09-10', {
    type: 'redispatch.requested',
    case: CASE,
    on: date('2026-09-10'),
    channel: 'phone',
    by: 'herself',
    nth: 1,
    accepted: true,
  });
  assert.equal(dueOn('2026-09-10', ...twice, asked), 'package-request');
});

test('her request counts to the anniversary of the interview and not a day longer [CHI-8.4-8, AMB-15]', () => {
  const once = given(...earned, ...sent('2026-06-20', 'package', 1), back('2026-07-03', 1));
  const ask = (day: string) =>
    factsOf(
      requestRedispatch(
        once,
        { case: CASE, on: date(day), channel: 'phone', by: 'herself', addressConfirmed: true },
        today(day),
      ),
    );
  assert.ok(ask('2027-06-15').some((fact) => fact.type === 'redispatch.requested' && fact.accepted));
  assert.ok(ask('2027-06-16').some((fact) => fact.type === 'redispatch.requested' && !fact.accepted));
});

test('nobody else can ask, and the second request needs the manager [CHI-8.4-8, AMB-16]', () => {
  const once = [...earned, ...sent('2026-06-20', 'package', 1), back('2026-07-03', 1)];
  const command = {
    case: CASE,
    on: date('2026-07-10'),
    channel: 'phone',
    by: 'herself',
    addressConfirmed: true,
  } as const;
  const day = today('2026-07-10');
  assert.equal(
    refusalOf(requestRedispatch(given(...once), { ...command, by: 'other' }, day)),
    'only-herself',
  );
  assert.equal(
    refusalOf(requestRedispatch(given(...once), { ...command, addressConfirmed: false }, day)),
    'address-not-confirmed',
  );
  const first = on('2026-07-09', {
    type: 'redispatch.requested',
    case: CASE,
    on: date('2026-07-09'),
    channel: 'phone',
    by: 'herself',
    nth: 1,
    accepted: true,
  });
  assert.equal(refusalOf(requestRedispatch(given(...once, first), command, day)), 'manager-confirms');
  assert.equal(
    refusalOf(requestRedispatch(given(...once, first), command, { ...day, second: 'account_manager' })),
    'decided',
  );
});

test('abroad: the clock stops, her own report within a year starts it anew, the day after it is over [CHI-8.8-8, CHI-8.8-9, CHI-8.8-10]', () => {
  const abroad = [
    opened(),
    completedVisit('2026-07-01'),
    granted('2026-07-01'),
    on('2026-07-02', { type: 'benefit.held', case: CASE, reason: 'overseas' }),
  ];
  assert.equal(dueOn('2026-07-10', ...abroad), 'held');
  const report = { case: CASE, channel: 'mail', by: 'herself' } as const;
  assert.equal(
    refusalOf(
      releaseBenefit(
        given(...abroad),
        { ...report, by: 'other', on: date('2027-01-04') },
        today('2027-01-04'),
      ),
    ),
    'only-herself',
  );
  const [released] = factsOf(
    releaseBenefit(given(...abroad), { ...report, on: date('2027-07-01') }, today('2027-07-01')),
  );
  assert.ok(released?.type === 'benefit.released' && released.dueBy === '2027-07-13');
  assert.equal(
    refusalOf(releaseBenefit(given(...abroad), { ...report, on: date('2027-07-02') }, today('2027-07-02'))),
    'right-over',
  );
  assert.equal(
    refusalOf(expireBenefit(given(...abroad), { case: CASE }, today('2027-07-01'))),
    'not-to-expire',
  );
  assert.equal(refusalOf(expireBenefit(given(...abroad), { case: CASE }, today('2027-07-02'))), 'decided');
});

test('who moved away ends the wait herself by naming her place, and has ten programme days again [CHI-8.4-3, AMB-47]', () => {
  const held = on('2026-06-18', { type: 'benefit.held', case: CASE, reason: 'address-unclear' });
  const moved = on('2026-06-18', {
    type: 'case.moved',
    case: CASE,
    on: date('2026-06-17'),
    within: false,
    source: 'list',
  });
  const named = on('2026-06-19', {
    type: 'case.contact-changed',
    case: CASE,
    what: 'delivery-address',
    source: 'phone',
    on: date('2026-06-19'),
  });
  const word = { case: CASE, on: date('2026-06-19'), channel: 'phone', by: 'herself' } as const;
  const day = today('2026-06-19');
  assert.equal(refusalOf(releaseBenefit(given(...earned, moved, held), word, day)), 'delivery-place-unknown');
  const [released] = factsOf(releaseBenefit(given(...earned, moved, held, named), word, day));
  assert.ok(released?.type === 'benefit.released' && released.dueBy === '2026-07-01');
  assert.equal(
    refusalOf(releaseBenefit(given(...earned, moved, held, named), { ...word, by: 'other' }, day)),
    'ward-word-needed',
  );
});

test('after a loss the package leaves only on the word of the ward and her own wish [CHI-4.2-7, AMB-05]', () => {
  const lost = given(...earned, on('2026-06-18', { type: 'benefit.held', case: CASE, reason: 'loss' }));
  const word = { case: CASE, on: date('2026-07-01'), channel: 'ward', by: 'ward', ref: 'w-12' } as const;
  const day = today('2026-07-01');
  assert.equal(refusalOf(releaseBenefit(lost, { ...word, ref: undefined }, day)), 'ward-word-needed');
  assert.equal(refusalOf(releaseBenefit(lost, word, day)), 'her-wish-needed');
  assert.equal(refusalOf(releaseBenefit(lost, { ...word, wish: true }, day)), 'decided');
});

test('a loss told after the visit holds the package, and only an agreed one leaves in spite of it [CHI-4.2-7, AMB-05]', () => {
  const told = reportLoss(
    given(...earned),
    { case: CASE, what: 'loss', on: date('2026-06-18'), source: 'phone' },
    today('2026-06-18'),
  );
  const facts = factsOf(told).map((fact) => on('2026-06-18', fact));
  assert.equal(given(...earned, ...facts).case.benefit.heldFor, 'loss');
  assert.equal(dueOn('2026-06-20', ...earned, ...facts), 'held');
  const released = on('2026-07-01', {
    type: 'benefit.released',
    case: CASE,
    dueBy: date('2026-07-13'),
    reason: 'loss',
  });
  assert.equal(dueOn('2026-07-02', ...earned, ...facts, released), 'package');
  const died = on('2026-07-02', {
    type: 'case.died',
    case: CASE,
    who: 'woman',
    on: date('2026-07-02'),
    source: 'ward',
  });
  assert.equal(dueOn('2026-07-03', ...earned, ...facts, released, died), 'woman-died');
});

test('what waits for the ward is granted from the day of its word, or withheld [AMB-06]', () => {
  const waiting = given(
    opened(),
    completedVisit('2026-08-20'),
    on('2026-08-20', { type: 'benefit.held', case: CASE, reason: 'early-birth-unclear' }),
  );
  const [fact] = factsOf(
    decideEntitlement(waiting, { case: CASE, to: 'grant', ref: 'w-3' }, today('2026-09-01')),
  );
  assert.ok(fact?.type === 'benefit.granted' && fact.dueBy === '2026-09-12');
  assert.equal(
    refusalOf(
      decideEntitlement(given(...earned), { case: CASE, to: 'grant', ref: 'w-3' }, today('2026-09-01')),
    ),
    'entitlement-not-held',
  );
});

test('a package that is on its way or received is neither held nor sent a second time [CHI-8.4-1]', () => {
  const onWay = [...earned, ...sent('2026-06-20', 'package', 1)];
  assert.equal(
    refusalOf(holdBenefit(given(...onWay), { case: CASE, reason: 'ward' }, today('2026-06-21'))),
    'package-on-its-way',
  );
  assert.equal(dueOn('2026-06-21', ...onWay), 'on-its-way');
  const received = on('2026-06-25', {
    type: 'piece.delivered',
    piece: 'piece_1',
    case: CASE,
    on: date('2026-06-25'),
    source: 'carrier',
  });
  assert.equal(dueOn('2026-07-01', ...onWay, received), 'received');
});

test('whatever comes back and is asked for, no more than one package is ever on its way [CHI-8.4-1]', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('send', 'back', 'ask', 'deliver'), { maxLength: 12 }), (steps) => {
      const facts: RecordedFact[] = [...earned];
      let day = date('2026-06-16');
      let n = 0;
      let delivered = false;
      for (const step of steps) {
        day = addDays(day, 40);
        const found = duePackage(given(...facts).case, day, rules);
        if (step === 'send' && found.due) {
          assert.ok(!delivered);
          n += 1;
          facts.push(...sent(day, found.kind, n));
        }
        const status = given(...facts).case.mail.pieces.at(-1)?.status;
        if (step === 'back' && status === 'printed') facts.push(back(day, n));
        if (step === 'ask' && status === 'returned') {
          facts.push(
            on(day, {
              type: 'redispatch.requested',
              case: CASE,
              on: day,
              channel: 'phone',
              by: 'herself',
              nth: 1,
              accepted: true,
            }),
          );
        }
        if (step === 'deliver' && status === 'printed') {
          delivered = true;
          facts.push(
            on(day, { type: 'piece.delivered', piece: `piece_${n}`, case: CASE, on: day, source: 'carrier' }),
          );
        }
        const alive = given(...facts).case.mail.pieces.filter((piece) => piece.status === 'printed').length;
        assert.ok(alive <= 1);
      }
      const resends = given(...facts).case.mail.pieces.filter(
        (piece) => piece.kind === 'package-resend',
      ).length;
      assert.ok(resends <= 1);
    }),
  );
});
