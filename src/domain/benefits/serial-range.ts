import { err, ok, type Result } from '../basics/result.ts';

/** Voucher sets that lie one after the other: first and last serial and how many. */
export type SerialRange = { readonly from: string; readonly to: string; readonly count: number };

export type UnreadSerials =
  | { readonly type: 'serial-unreadable'; readonly place: number }
  | { readonly type: 'range-unreadable'; readonly place: number }
  | { readonly type: 'serial-twice'; readonly serial: string };

const MOST = 2000;

/**
 * Serials as people and scanners give them: one a line, or `KS0001-KS0100` (also 〜) for a stretch. `place`: which entry
 * cannot be read, from 1. The same serial twice is said, never counted once in silence: vouchers are money.
 */
export function readSerials(text: string): Result<readonly string[], UnreadSerials> {
  const entries = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/\s*[~〜～]\s*/g, '-')
    .split(/[\s,、]+/)
    .filter((entry) => entry !== '');
  const serials: string[] = [];
  for (const [index, entry] of entries.entries()) {
    const stretch = stretchOf(entry);
    if (stretch === undefined) {
      const type = entry.includes('-') ? 'range-unreadable' : 'serial-unreadable';
      return err({ type, place: index + 1 });
    }
    if (serials.length + stretch.length > MOST) return err({ type: 'range-unreadable', place: index + 1 });
    serials.push(...stretch);
  }
  const seen = new Set<string>();
  for (const serial of serials) {
    if (seen.has(serial)) return err({ type: 'serial-twice', serial });
    seen.add(serial);
  }
  return ok(serials);
}

function stretchOf(entry: string): readonly string[] | undefined {
  if (/^[A-Z0-9]{1,40}$/.test(entry)) return [entry];
  const [first, last, more] = entry.split('-').map(parted);
  if (!first || !last || more || first.head !== last.head || first.digits.length !== last.digits.length) {
    return undefined;
  }
  const [from, to] = [Number(first.digits), Number(last.digits)];
  if (to < from || to - from >= MOST) return undefined;
  return Array.from(
    { length: to - from + 1 },
    (_, index) => `${first.head}${String(from + index).padStart(first.digits.length, '0')}`,
  );
}

/** Serials in stretches without a gap, in their order. */
export function serialRanges(serials: readonly string[]): readonly SerialRange[] {
  const ranges: SerialRange[] = [];
  for (const serial of serials.toSorted()) {
    const last = ranges.at(-1);
    if (last && follows(last.to, serial)) {
      ranges[ranges.length - 1] = { from: last.from, to: serial, count: last.count + 1 };
    } else ranges.push({ from: serial, to: serial, count: 1 });
  }
  return ranges;
}

function follows(before: string, serial: string): boolean {
  const [a, b] = [parted(before), parted(serial)];
  if (!a || !b || a.head !== b.head || a.digits.length !== b.digits.length) return false;
  return Number(a.digits) + 1 === Number(b.digits);
}

/** What comes before the last figures of a serial, and these figures (at most 15, so that they count exactly). */
function parted(serial: string): { readonly head: string; readonly digits: string } | undefined {
  const found = /^([A-Z0-9]*?)(\d{1,15})$/.exec(serial);
  return found ? { head: found[1] ?? '', digits: found[2] ?? '' } : undefined;
}
