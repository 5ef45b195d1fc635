import assert from 'node:assert/strict';
import type { Fields, Visitor } from './portal-place.ts';

/** A page of the way and what an ordinary woman sends from it. */
export const ORDINARY: readonly (readonly [string, Fields])[] = [
  ['/contact', { phone: '090-0000-0000', 'phone-again': '09000000000' }],
  ['/consent', { consent: 'given' }],
  [
    '/questions/1',
    {
      'Q01-year': '2026',
      'Q01-month': '8',
      'Q01-day': '20',
      'Q01-changed': 'no',
      'Q02-checkups': 'yes',
      'Q02-place': 'yes',
      Q03: ['swelling', 'sleep'],
      Q05: 'yes',
      'Q05-multiples': '1',
    },
  ],
  [
    '/questions/2',
    { Q04: 'glad', 'Q04-low': 'no', 'Q04-interest': 'no', Q06: '2', Q07: 'partner', 'Q07-satogaeri': 'no' },
  ],
  ['/questions/3', { Q09: 'none', Q11: 'none', Q13: 'none', 'Q13-words': '猫がいます' }],
  ['/alone', { Q08: 'no' }],
];

/** Goes from the contact to the free times; gives how many pages were seen on the way. */
export async function toTheTimes(
  visitor: Visitor,
  place: Fields = { talk: 'home', package: 'registered' },
  end = '/times',
): Promise<number> {
  let screens = 0;
  await visitor.get('/contact');
  for (const [path, fields] of [...ORDINARY, ['/place', place] as const]) {
    const seen = await visitor.follow(visitor.post(path, fields));
    screens += 1;
    assert.equal(seen.status, 200, `${path} -> ${seen.path}`);
    assert.notEqual(seen.path.split('?')[0], path, `${path} did not let through`);
    if (path === '/place') assert.equal(seen.path, end);
  }
  return screens;
}
