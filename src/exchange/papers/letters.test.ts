import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../../domain/basics/civil-date.ts';
import { instantAt } from '../../domain/basics/instant.ts';
import { ok } from '../../domain/basics/result.ts';
import { LETTERS_A_PART } from '../../print/render-letters.ts';
import { chiyodaVisit } from '../../programmes/chiyoda-visit/programme.ts';
import { someLetter } from '../../../tests/support/letters.ts';
import { letterFiles } from './letters.ts';
import type { PrintDoor } from './open-letters.ts';

const COUNT = LETTERS_A_PART + 2;

/** A place whose batch has two letters more than fit into one part; these have a name that no font can show. */
function doorWith(gaiji: readonly number[]): PrintDoor {
  const pieces = Array.from({ length: COUNT }, (_, n) => ({
    letter: someLetter(n),
    row: { piece: `piece_${n}`, copy: 1, kind: 'recall' },
    name: gaiji.includes(n) ? '外字\u{E000}子' : someLetter(n).name,
  }));
  const answers: Readonly<Record<string, unknown>> = {
    'batch.files': {},
    'letters.addressees': pieces.map(({ row, letter, name }) => ({
      ...row,
      fields: {
        'identity.name': name,
        'address.postcode': letter.postcode,
        'address.address': letter.lines[0],
        'address.building': letter.lines[1],
      },
    })),
    'letters.secrets': pieces.map(({ row, letter }) => ({
      ...row,
      fields: { 'invite.token': letter.token, 'invite.template': 'recall-open-1' },
    })),
  };
  return {
    programme: chiyodaVisit,
    tryout: true,
    now: () => instantAt(date('2026-05-15'), '10:00'),
    ask: (question) => Promise.resolve(ok(answers[question])),
  };
}

async function filesWith(gaiji: readonly number[]) {
  const wish = { workers: 0, most: LETTERS_A_PART };
  const seen: unknown[] = [];
  for await (const made of letterFiles(doorWith(gaiji), 'batch_files', { actor: 'account_clerk' }, wish)) {
    if (made.ok) {
      seen.push(made.value.manifest.map(({ piece, part, page }) => `${piece} ${part}/${page}`));
    } else seen.push(made.error);
  }
  return seen;
}

test('a batch of more letters than a file may hold comes in several files, each letter in one of them [CHI-8.1-4]', async () => {
  const [first, second, ...more] = await filesWith([]);
  assert.ok(Array.isArray(first) && first.length === LETTERS_A_PART);
  assert.deepEqual(
    [first[0], first.at(-1)],
    ['piece_0 1/1', `piece_${LETTERS_A_PART - 1} 1/${LETTERS_A_PART}`],
  );
  assert.deepEqual(second, [`piece_${COUNT - 2} 1/1`, `piece_${COUNT - 1} 1/2`]);
  assert.deepEqual(more, []);
});

test('once a letter cannot be set no further file comes, and all that is wrong is named at once [AMB-45]', async () => {
  const late = { type: 'missing-glyph', pieces: [`piece_${COUNT - 1}`] };
  const [whole, problem, ...more] = await filesWith([COUNT - 1]);
  assert.ok(Array.isArray(whole) && whole.length === LETTERS_A_PART);
  assert.deepEqual([problem, ...more], [late]);
  const both = { type: 'missing-glyph', pieces: ['piece_3', `piece_${COUNT - 1}`] };
  assert.deepEqual(await filesWith([3, COUNT - 1]), [both]);
});
