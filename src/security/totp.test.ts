import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newTotpSecret, stepOfCode, totpAddress, totpCode } from './totp.ts';

/** The 20 bytes "12345678901234567890" of RFC 6238, appendix B. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

test('codes are those of the standard, cut to six digits [SEC-15-1]', () => {
  const seconds = [59, 1_111_111_109, 1_111_111_111, 1_234_567_890, 2_000_000_000, 20_000_000_000];
  const codes = ['287082', '081804', '050471', '005924', '279037', '353130'];
  assert.deepEqual(
    seconds.map((second) => totpCode(SECRET, Math.floor(second / 30))),
    codes,
  );
});

test('a code counts in its own half minute, the one before and the one after [SEC-15-1]', () => {
  const step = 40_000_000;
  const at = (code: number) => stepOfCode(SECRET, totpCode(SECRET, code), step * 30_000 + 15_000);
  assert.deepEqual([step - 2, step - 1, step, step + 1, step + 2].map(at), [
    undefined,
    step - 1,
    step,
    step + 1,
    undefined,
  ]);
  for (const wrong of ['', '12345', '1234567', '12345a', '１２３４５６']) {
    assert.equal(stepOfCode(SECRET, wrong, step * 30_000), undefined);
  }
});

test('a new secret has 160 bits in the alphabet that apps read', () => {
  const secret = newTotpSecret();
  assert.match(secret, /^[A-Z2-7]{32}$/);
  assert.notEqual(newTotpSecret(), secret);
  assert.match(
    totpAddress(SECRET, 'みまもり', 'p-1'),
    /^otpauth:\/\/totp\/%E3%81%BF[^:]*:p-1\?secret=GEZ[A-Z2-7]+&issuer=%E3/,
  );
});
