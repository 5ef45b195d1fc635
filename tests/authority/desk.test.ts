import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ROUTES } from '../../src/apps/desk/routes.ts';
import type { DeskRoute } from '../../src/apps/desk/route.ts';
import { ROLE_NAMES } from '../../src/gate/inside/account.ts';
import { commands, questions } from '../../src/gate/inside/catalogue.ts';
import { isOffered } from '../../src/gate/offered.ts';
import { deskRoom, tokenIn } from '../support/desk-room.ts';
import { readTable } from '../support/read-table.ts';

const room = await deskRoom();

/** Roles by row, as section 13 was written down by hand. */
const expected = new Map(
  readTable(new URL('expected.tsv', import.meta.url)).map(
    ([row = [], programme = [], assigned = []]) =>
      [row.join(), new Set([...programme, ...assigned])] as const,
  ),
);

/** What somebody with a role is told, row by row, by what behaves in the browser. */
test('over HTTP every row says no to every role that the table does not name, whatever the input [SEC-6-1, SEC-6-5] [THREAT-08]', async () => {
  for (const role of ROLE_NAMES) {
    const { ticket } = await room.worker(role);
    const token = tokenIn((await room.call(ticket, '/own')).text);
    const wrong = await inParts([...expected], async ([row, roles]) => {
      const kind = commands.has(row) ? 'do' : 'ask';
      const { status } = await room.call(ticket, `/api/${kind}/${row}`, {
        method: 'POST',
        body: '{"input":{}}',
        headers: { 'content-type': 'application/json', 'x-token': token },
      });
      // A step of our own code is no row of the browser's, for nobody.
      if (commands.get(row)?.step) return status === 404 ? [] : [`${row} by ${role}: ${status}`];
      // Rows about the own ID are given by its own pages, with what only the sign-in can vouch for.
      return (status === 403) === !roles.has(role) || isOfOneself(row)
        ? []
        : [`${row} by ${role}: ${status}`];
    });
    assert.deepEqual(wrong, []);
  }
});

test('every page, act and step of the desk is closed to whom its rows are closed to [SEC-6-1, SEC-4-2]', async () => {
  for (const role of ROLE_NAMES) {
    const { ticket } = await room.worker(role);
    const token = tokenIn((await room.call(ticket, '/own')).text);
    const wrong = await inParts(
      ROUTES.filter(({ kind }) => kind !== 'door'),
      async (route) => {
        const hers = (row: string) => isThere(row) && (expected.get(row)?.has(role) || isOfOneself(row));
        const some = route.kind === 'screen' ? (route.some ?? []).map(({ name }) => name) : [];
        const may = rowsOf(route).every(hers) && (some.length === 0 || some.some(hers));
        const { address, init } = callOf(route, token);
        const { status } = await room.call(ticket, address, init);
        // Who has no duties is led to what is hers, when there is anything.
        if (address === '/' && !may && status === 303) return [];
        return (status === 403) === !may ? [] : [`${address} by ${role}: ${status}`];
      },
    );
    assert.deepEqual(wrong, []);
  }
});

test('without a session every address leads to the sign-in and says nothing else [SEC-11-1]', async () => {
  const wrong = await inParts(
    ROUTES.filter(({ kind }) => kind !== 'door'),
    async (route) => {
      const { address, init } = callOf(route, 'none');
      const { status, to } = await room.call(undefined, address, init);
      return status === 303 && to?.startsWith('/sign-in') ? [] : [`${address}: ${status}`];
    },
  );
  assert.deepEqual(wrong, []);
});

/** A session of somebody with a role that is stolen, replayed or shown by another page does nothing. */
test('a form without the token of the session, or from another page, does nothing at any address [THREAT-08]', async () => {
  const { ticket } = await room.worker('responsible-manager');
  const sending = ROUTES.filter(({ kind }) => kind === 'act' || kind === 'step');
  const forged = await inParts(sending, async (route) => {
    const { address } = callOf(route, '');
    const body = new URLSearchParams({ token: 'AAAA' });
    const { status } = await room.call(ticket, address.split('?')[0] ?? '', { method: 'POST', body });
    const { status: foreign } = await room.call(ticket, address.split('?')[0] ?? '', {
      method: 'POST',
      body,
      headers: { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
    });
    return status === 403 && foreign === 403 ? [] : [`${address}: ${status} ${foreign}`];
  });
  assert.deepEqual(forged, []);
});

function rowsOf(route: DeskRoute): readonly string[] {
  switch (route.kind) {
    case 'screen':
      return route.asks.map(({ name }) => name);
    case 'act':
      return [route.row.name];
    case 'step':
      return route.needs.map(({ name }) => name);
    case 'door':
      return [];
  }
}

/** An address of the route with ids that nobody has. */
function callOf(route: DeskRoute, token: string): { readonly address: string; readonly init: RequestInit } {
  switch (route.kind) {
    case 'act': {
      const given = new URLSearchParams(route.given.map((name) => [name, `${name}_nobody`]));
      return { address: `/do/${route.name}?${given.toString()}`, init: {} };
    }
    case 'step':
      return { address: filled(route.path), init: { method: 'POST', body: new URLSearchParams({ token }) } };
    default:
      return { address: filled(route.path), init: {} };
  }
}

function filled(path: string): string {
  return path.replaceAll(/:(\w+)/g, '$1_nobody');
}

function isOfOneself(row: string): boolean {
  return commands.get(row)?.who.allowed.some((one) => 'oneself' in one) ?? row.startsWith('account.own');
}

/** A programme has not the rows of subjects that it has not. */
function isThere(name: string): boolean {
  const row = commands.get(name) ?? questions.get(name);
  return row !== undefined && isOffered(row, room.place.programme.rules);
}

/** Some at a time: the one server has other things to do as well. */
async function inParts<One>(
  all: readonly One[],
  of: (one: One) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (let at = 0; at < all.length; at += 8)
    found.push(...(await Promise.all(all.slice(at, at + 8).map(of))).flat());
  return found;
}
