import { brotliDecompressSync } from 'node:zlib';
import { maskedToken } from '../../src/apps/portal/csrf.ts';
import { SESSION_COOKIE } from '../../src/apps/portal/cookies.ts';
import type { Slot } from '../../src/domain/booking/slot.ts';
import { randomBytesFromPool } from '../../src/security/random-bytes.ts';
import type { OpenBrowser } from './portal-women.ts';
import type { Heard, Question, Wire } from './wire.ts';

/** What her browser sends from the page of the times and from the page where she checks everything, ready to be sent. */
export type BookingForms = { readonly keep: Question; readonly send: Question; readonly headers: string };

export function bookingForms(
  browsers: readonly OpenBrowser[],
  slots: readonly Slot[],
): readonly BookingForms[] {
  return browsers.map(({ cookie, csrf }, index) => {
    const headers = headersOf(cookie, index);
    const token = () => maskedToken(csrf, randomBytesFromPool(Buffer.byteLength(csrf)));
    const form = (path: string, fields: Readonly<Record<string, string>>) => ({
      path,
      headers,
      body: new URLSearchParams({ token: token(), ...fields }).toString(),
    });
    const slot = slots[index % slots.length]?.slot ?? '';
    return { keep: form('/times', { slot }), send: form('/check', { once: ONCE, slot }), headers };
  });
}

/** Keeps a seat and sends the whole application with it. Throws when either is answered otherwise than by going on. */
export async function book(wire: Wire, { keep, send }: BookingForms): Promise<void> {
  expectTo(await wire.ask(keep), '/check');
  expectTo(await wire.ask(send), '/done');
}

/** The prepared forms are those of the real pages: it looks at one of each before anything is measured. */
export async function expectRealForms(wire: Wire, { keep, send, headers }: BookingForms): Promise<void> {
  const slot = new URLSearchParams(keep.body).get('slot') ?? '';
  const times = pageOf(await wire.ask({ path: '/times?page=0', headers }));
  if (!times.includes(`value="${slot}"`) || !times.includes('name="token"'))
    throw new Error(`The page does not offer ${slot}`);
  expectTo(await wire.ask(keep), '/check');
  const check = pageOf(await wire.ask({ path: '/check', headers }));
  if (!check.includes(`name="once" value="${ONCE}"`))
    throw new Error('The page has another mark of single sending');
  expectTo(await wire.ask(send), '/done');
}

/** Of a woman at an address of her own. */
export function headersOf(cookie: string | undefined, index: number, language = 'ja'): string {
  const from = `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`;
  const session = cookie === undefined ? '' : `Cookie: ${SESSION_COOKIE}=${cookie}\r\n`;
  return `Accept-Language: ${language}\r\nX-Forwarded-For: ${from}\r\n${session}`;
}

export function expectTo({ status, header }: Heard, to: string): void {
  const location = header('location');
  if (status !== 303 || location !== to)
    throw new Error(`Answered by ${status} ${location ?? ''} and not by ${to}`);
}

export function pageOf({ status, header, body }: Heard): string {
  if (status !== 200) throw new Error(`Answered by ${status} ${header('location') ?? ''} and not by a page`);
  return (header('content-encoding') === 'br' ? brotliDecompressSync(body) : body).toString('utf8');
}

/** Of a first application: the page makes the mark of what is sent and of how many messages there were before. */
const ONCE = 'apply:0';
