import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../basics/civil-date.ts';
import { yen } from '../basics/yen.ts';
import type { PieceKind } from '../facts/mailing.ts';
import { CASE, given, on, opened } from '../../../tests/support/given.ts';
import { outdatedOrders, pullOrders } from './pull-orders.ts';
import { namedBy } from './what-stops-what.ts';

const planned = (piece: `piece_${string}`, kind: PieceKind) =>
  on('2026-05-11', { type: 'piece.planned', piece, batch: 'batch_may', case: CASE, kind });
const printed = (piece: `piece_${string}`, kind: PieceKind) =>
  on('2026-05-12', {
    type: 'piece.printed',
    piece,
    batch: 'batch_may',
    case: CASE,
    kind,
    template: 'notice/1',
    copy: 1,
  });
const posted = (piece: `piece_${string}`, kind: PieceKind) =>
  on('2026-05-14', {
    type: 'piece.posted',
    piece,
    case: CASE,
    kind,
    service: 'specified-record',
    postage: yen(320),
  });
const delivered = (piece: `piece_${string}`) =>
  on('2026-05-16', {
    type: 'piece.delivered',
    piece,
    case: CASE,
    on: date('2026-05-16'),
    source: 'post',
  });

const { mail, standing } = given(
  opened(),
  planned('piece_old', 'notice'),
  printed('piece_old', 'notice'),
  posted('piece_old', 'notice'),
  delivered('piece_old'),
  planned('piece_sent', 'notice'),
  printed('piece_sent', 'notice'),
  posted('piece_sent', 'notice'),
  planned('piece_ready', 'recall'),
  printed('piece_ready', 'recall'),
  planned('piece_parcel', 'package'),
  printed('piece_parcel', 'package'),
).case;
const pulled = (...args: [Parameters<typeof pullOrders>[1], Partial<Parameters<typeof pullOrders>[2]>?]) =>
  pullOrders(mail, args[0], { ...namedBy(standing), ...args[1] }, CASE).map((order) => order.ref);

test('a loss pulls what is printed and asks back what is posted; what was delivered stays [CHI-8.14-5]', () => {
  assert.deepEqual(pulled('loss'), ['piece_sent', 'piece_ready', 'piece_parcel']);
});

test('a birth pulls the letters that invite and lets the posted one go [B-17]', () => {
  assert.deepEqual(pulled('birth'), ['piece_ready']);
});

test('a pause leaves the package on its way [CHI-8.14-7]', () => {
  assert.deepEqual(pulled('pause'), ['piece_sent', 'piece_ready']);
});

test('a withdrawal pulls the package only if she does not want it sent', () => {
  assert.deepEqual(pulled('withdrawal', { package: 'send' }), ['piece_sent', 'piece_ready']);
  assert.deepEqual(pulled('withdrawal', { package: 'decline' }), [
    'piece_sent',
    'piece_ready',
    'piece_parcel',
  ]);
});

test('protection pulls everything while no place is named, and the recall card in any case [CHI-8.8-2]', () => {
  assert.deepEqual(pulled('protection', { mailWay: 'undecided' }), [
    'piece_sent',
    'piece_ready',
    'piece_parcel',
  ]);
  assert.deepEqual(pulled('protection', { mailWay: 'designated' }), ['piece_ready']);
});

test('letters with an old address are pulled unless they are posted [CHI-8.14-6]', () => {
  assert.deepEqual(
    outdatedOrders(mail, CASE).map((order) => order.ref),
    ['piece_ready', 'piece_parcel'],
  );
});
