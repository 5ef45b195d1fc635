import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chiyodaVisit } from '../../programmes/chiyoda-visit/programme.ts';
import { date } from '../basics/civil-date.ts';
import type { AccountId } from '../basics/ids.ts';
import { slotId } from '../booking/slot.ts';
import { suggestVisitors, type VisitorOnTeam, type VisitToGive } from './suggest-visitors.ts';

const { rules } = chiyodaVisit;
const slot = (time: string) => slotId(date('2026-06-10'), time);
const visit = (nr: number, time: string, more: Partial<VisitToGive> = {}): VisitToGive => ({
  case: `case_${nr}`,
  booking: `booking_${nr}`,
  slot: slot(time),
  followUp: false,
  ...more,
});
const nurse = (name: string, more: Partial<VisitorOnTeam> = {}): VisitorOnTeam => ({
  visitor: `account_${name}`,
  licences: ['nurse'],
  languages: [],
  areas: [],
  ...more,
});
const names = (all: readonly { readonly visitor: AccountId }[]) => all.map(({ visitor }) => visitor);

test('her language weighs more than the area, the area more than the licence, the licence more than the load [CHI-8.3-13]', () => {
  const team = [
    nurse('a'),
    nurse('b', { licences: ['public-health-nurse'] }),
    nurse('c', { areas: ['10200'] }),
    nurse('d', { languages: ['en'] }),
  ];
  const wish = visit(1, '10:00', { followUp: true, postcode: '1020074', language: 'en' });
  const given = [{ visitor: 'account_d' as const, slot: slot('13:00') }];
  const [one] = suggestVisitors([wish], team, given, rules);
  assert.deepEqual(names(one?.candidates ?? []), ['account_d', 'account_c', 'account_b', 'account_a']);
  assert.equal(one?.suggested, 'account_d');
  assert.deepEqual(one.candidates[0]?.suits, ['language']);
  assert.deepEqual(one.candidates[3]?.suits, ['language-missing']);
});

test('who has fewer visits that day comes first, and a visit next door counts as the same area [CHI-6.2-2]', () => {
  const team = [nurse('a'), nurse('b')];
  const given = [{ visitor: 'account_a' as const, slot: slot('09:00'), postcode: '1010041' }];
  const [far] = suggestVisitors([visit(1, '11:00', { postcode: '1020074' })], team, given, rules);
  assert.deepEqual(names(far?.candidates ?? []), ['account_b', 'account_a']);
  const [near] = suggestVisitors([visit(1, '11:00', { postcode: '1010041' })], team, given, rules);
  assert.deepEqual(names(near?.candidates ?? []), ['account_a', 'account_b']);
});

test('nobody is suggested twice for one time, nor while she is on her way to another home [CHI-8.3-7]', () => {
  const team = [nurse('a'), nurse('b')];
  const visits = [visit(1, '10:00'), visit(2, '10:00'), visit(3, '10:00')];
  const suggested = suggestVisitors(visits, team, [], rules).map((one) => one.suggested);
  assert.deepEqual(suggested, ['account_a', 'account_b', undefined]);
  const onTheWay = [{ visitor: 'account_a' as const, slot: slot('10:00') }];
  const [late] = suggestVisitors([visit(4, '10:30')], [nurse('a')], onTheWay, rules);
  assert.deepEqual(late?.candidates, []);
});
