import assert from 'node:assert/strict';
import { test } from 'node:test';
import { featureMap } from './feature-map.ts';

test('a word of the domain gathers its files from all rooms, other words are left out', () => {
  const page = featureMap([
    'src/store/projections/booking.ts',
    'src/domain/booking/booking.ts',
    'src/domain/booking/booking.slow.test.ts',
    'src/apps/desk/screens/booking.tsx',
    'src/store/journal.ts',
    'src/domain/words.md',
  ]);
  assert.deepEqual(page.split('\n').slice(6), [
    '| booking | apps/desk/screens/booking.tsx<br>domain/booking/booking.slow.test.ts<br>domain/booking/booking.ts<br>store/projections/booking.ts |',
    '',
  ]);
});
