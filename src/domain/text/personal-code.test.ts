import { test } from 'node:test';
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { CHOSEN_SIGNS, CODE_ALPHABET, personalCode, readPersonalCode } from './personal-code.ts';

const values = fc.array(fc.nat(31), { minLength: CHOSEN_SIGNS, maxLength: CHOSEN_SIGNS });

test('the alphabet has 32 different signs and none that is taken for another [CHI-8.1-4]', () => {
  assert.equal(new Set(CODE_ALPHABET).size, 32);
  assert.doesNotMatch(CODE_ALPHABET, /[01IO]/);
});

test('a code is twenty signs in five fours and is read back [CHI-8.1-4]', () => {
  fc.assert(
    fc.property(values, (chosen) => {
      const code = personalCode(chosen);
      assert.match(code, /^([2-9A-HJ-NP-Z]{4}-){4}[2-9A-HJ-NP-Z]{4}$/);
      assert.deepEqual(readPersonalCode(code), { ok: true, value: code });
    }),
  );
});

test('two different choices never make one code', () => {
  fc.assert(
    fc.property(values, values, (one, other) => {
      assert.equal(personalCode(one) === personalCode(other), one.join() === other.join());
    }),
  );
});

test('small letters, full width, blanks and any dashes are read [CHI-8.1-4]', () => {
  const dash = fc.constantFrom('', ' ', '　', '-', '－', 'ー', '‐', '−');
  fc.assert(
    fc.property(values, dash, fc.boolean(), (chosen, between, wide) => {
      const code = personalCode(chosen);
      const typed = Array.from(code.toLowerCase(), (sign) => {
        if (sign === '-') return between;
        return wide ? String.fromCharCode(sign.charCodeAt(0) + 0xfee0) : sign;
      }).join('');
      assert.deepEqual(readPersonalCode(typed), { ok: true, value: code });
    }),
  );
});

test('any single wrong sign is found', () => {
  fc.assert(
    fc.property(values, fc.nat(CHOSEN_SIGNS), fc.integer({ min: 1, max: 31 }), (chosen, place, shift) => {
      const signs = personalCode(chosen).replaceAll('-', '');
      const wrong = CODE_ALPHABET[(CODE_ALPHABET.indexOf(signs[place] ?? '') + shift) % 32];
      const typed = `${signs.slice(0, place)}${wrong}${signs.slice(place + 1)}`;
      assert.deepEqual(readPersonalCode(typed), {
        ok: false,
        error: { type: 'not-a-code', reason: 'check' },
      });
    }),
  );
});

test('any two different signs that changed places are found, neighbours or not', () => {
  fc.assert(
    fc.property(values, fc.nat(CHOSEN_SIGNS), fc.nat(CHOSEN_SIGNS), (chosen, one, other) => {
      const signs = Array.from(personalCode(chosen).replaceAll('-', ''));
      fc.pre(signs[one] !== signs[other]);
      const typed = signs.with(one, signs[other] ?? '').with(other, signs[one] ?? '');
      assert.equal(readPersonalCode(typed.join('')).ok, false);
    }),
  );
});

test('what is no code says why', () => {
  const code = personalCode(Array.from({ length: CHOSEN_SIGNS }, (_, index) => index));
  const reason = (typed: string) => {
    const read = readPersonalCode(typed);
    return read.ok ? 'read' : read.error.reason;
  };
  assert.equal(reason(' - '), 'empty');
  assert.equal(reason(code.slice(0, -1)), 'length');
  assert.equal(reason(`${code}2`), 'length');
  assert.equal(reason(code.replace(/^./, '0')), 'characters');
});

test('values that are not nineteen of 0 to 31 are a mistake of ours and throw', () => {
  const right = Array.from({ length: CHOSEN_SIGNS }, () => 0);
  assert.throws(() => personalCode(right.slice(1)));
  assert.throws(() => personalCode(right.with(3, 32)));
  assert.throws(() => personalCode(right.with(3, 0.5)));
});
