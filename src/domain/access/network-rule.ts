import type { RoleName } from '../facts/governance.ts';

/** A class of networks, and for whom it is; without `roles` for all. `ranges` as 192.0.2.0/24 or 2001:db8::/32. */
export type NetworkClass = {
  readonly name: string;
  readonly ranges: readonly string[];
  readonly roles?: readonly RoleName[];
};

/** In which class of the allow-list an address lies, the first that fits; nothing: nobody signs in from there (SEC-15-1). */
export function networkOf(address: string, classes: readonly NetworkClass[]): NetworkClass | undefined {
  const bits = bitsOf(address);
  if (bits === undefined) return undefined;
  return classes.find(({ ranges }) => ranges.some((range) => lies(bits, range)));
}

/** Somebody with several roles signs in where all of them may be used: a right is not left behind at the door. */
export function mayUseAll({ roles }: NetworkClass, held: readonly RoleName[]): boolean {
  return !roles || held.every((role) => roles.includes(role));
}

/** Whether a text is a range; a wrong line of the allow-list is to be refused when it is read. */
export function isRange(range: string): boolean {
  const [base = '', length] = range.split('/');
  const bits = bitsOf(base);
  return bits !== undefined && /^\d{1,3}$/.test(length ?? '') && Number(length) <= bits.length;
}

function lies(bits: string, range: string): boolean {
  if (!isRange(range)) return false;
  const [base = '', length = ''] = range.split('/');
  const of = bitsOf(base) ?? '';
  return of.length === bits.length && of.slice(0, Number(length)) === bits.slice(0, Number(length));
}

/** 32 or 128 signs 0 and 1; an IPv4 address written in IPv6 is the IPv4 address. */
function bitsOf(address: string): string | undefined {
  const text = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  const parts = text.split('.');
  if (parts.length === 4 && !text.includes(':')) {
    if (!parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return undefined;
    return parts.map((part) => Number(part).toString(2).padStart(8, '0')).join('');
  }
  if (!/^[\da-f:]*:[\da-f:]*$/i.test(text)) return undefined;
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const zeros = 8 - head.length - tail.length;
  if (halves.length === 2 ? zeros < 1 : zeros !== 0) return undefined;
  const groups = [...head, ...Array.from({ length: zeros }, () => '0'), ...tail];
  if (!groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return undefined;
  return groups.map((group) => Number.parseInt(group, 16).toString(2).padStart(16, '0')).join('');
}
