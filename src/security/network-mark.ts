import { createHmac } from 'node:crypto';

/** An address and its surroundings as counters know them: keyed hashes, from which no address can be read back. */
export type NetworkMarks = { readonly address: string; readonly network: string };

/**
 * IPv4 as a whole and its /24, IPv6 its /64 (one household or telephone) and its /48. A text that is no address is
 * counted as it stands.
 */
export function networkMarks(secret: Uint8Array, from: string): NetworkMarks {
  const { address, network } = partsOf(from);
  const mark = (text: string) =>
    createHmac('sha256', secret).update(`network|${text}`).digest('base64url').slice(0, 22);
  return { address: mark(address), network: mark(network) };
}

function partsOf(from: string): { readonly address: string; readonly network: string } {
  const v4 = /^(?:::ffff:)?(\d{1,3}\.\d{1,3}\.\d{1,3})\.(\d{1,3})$/i.exec(from);
  if (v4) return { address: `4|${v4[1]}.${v4[2]}`, network: `4|${v4[1]}` };
  const groups = groupsOf(from.replace(/%.*$/, ''));
  if (!groups) return { address: `?|${from}`, network: `?|${from}` };
  return { address: `6|${groups.slice(0, 4).join(':')}`, network: `6|${groups.slice(0, 3).join(':')}` };
}

/** The first four of the eight groups of an IPv6 address, in one form. */
function groupsOf(text: string): readonly string[] | undefined {
  if (!/^[\da-f:.]*:[\da-f:.]*$/i.test(text)) return undefined;
  const [before = '', after] = text.split('::');
  const head = before.split(':').filter((group) => group !== '');
  const tail = (after ?? '').split(':').filter((group) => group !== '');
  // An IPv4 address in the last place stands for two groups.
  const places = [...head, ...tail].reduce((sum, group) => sum + (group.includes('.') ? 2 : 1), 0);
  if (places > 8) return undefined;
  const zeros = after === undefined ? [] : Array.from({ length: 8 - places }, () => '0');
  return [...head, ...zeros, ...tail].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
}
