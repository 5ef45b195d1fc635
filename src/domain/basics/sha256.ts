/**
 * SHA-256 (FIPS 180-4) of a text of ASCII characters, as 64 hex digits: what `sha256sum` prints for the same bytes.
 * It stands here because a decision freezes what it decided by the digest of its bytes, and decisions are pure.
 */
export function sha256(text: string): string {
  const blocks = padded(text);
  let state: Int32Array = FIRST_STATE;
  for (let at = 0; at < blocks.length; at += 16) state = mixed(state, blocks.subarray(at, at + 16));
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

/** The text as words of 32 bits: its bytes, one bit, zeros, and its length in bits. */
function padded(text: string): Int32Array {
  const words = new Int32Array(((text.length + 8) >> 6) * 16 + 16);
  const put = (index: number, byte: number) => {
    words[index >> 2] = (words[index >> 2] ?? 0) | (byte << (24 - (index % 4) * 8));
  };
  for (let index = 0; index < text.length; index += 1) {
    const byte = text.charCodeAt(index);
    if (byte > 0x7f) throw new Error('Only ASCII text is digested here');
    put(index, byte);
  }
  put(text.length, 0x80);
  words[words.length - 2] = Math.floor(text.length / 0x2000_0000);
  words[words.length - 1] = text.length << 3;
  return words;
}

function mixed(state: Int32Array, block: Int32Array): Int32Array {
  const w = new Int32Array(64);
  w.set(block);
  for (let t = 16; t < 64; t += 1) {
    const [a, b] = [at(w, t - 15), at(w, t - 2)];
    const small0 = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3);
    const small1 = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10);
    w[t] = at(w, t - 16) + small0 + at(w, t - 7) + small1;
  }
  const v = Int32Array.from(state);
  for (let t = 0; t < 64; t += 1) {
    const [a, b, c, e, f, g] = [at(v, 0), at(v, 1), at(v, 2), at(v, 4), at(v, 5), at(v, 6)];
    const big1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const one = (at(v, 7) + big1 + ((e & f) ^ (~e & g)) + at(ROUND, t) + at(w, t)) | 0;
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    v.copyWithin(1, 0, 7);
    v[4] = at(v, 4) + one;
    v[0] = one + two;
  }
  return state.map((word, index) => word + at(v, index));
}

function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

function at(words: Int32Array, index: number): number {
  return words[index] ?? 0;
}

/** The first 32 bits of the fractional part of a root. */
function fraction(root: number): number {
  return Math.floor((root - Math.floor(root)) * 0x1_0000_0000);
}

const PRIMES = [
  2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97,
]
  .concat([
    101, 103, 107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167, 173, 179, 181, 191, 193, 197,
  ])
  .concat([199, 211, 223, 227, 229, 233, 239, 241, 251, 257, 263, 269, 271, 277, 281, 283, 293, 307, 311]);
const ROUND = Int32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)));
const FIRST_STATE = Int32Array.from(PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
