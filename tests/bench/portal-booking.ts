import { brotliDecompressSync } from 'node:zlib';
import { maskedToken } from '../../src/apps/kit/server/csrf.ts';
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
  await expectForm(wire, '/times', keep, headers);
  expectTo(await wire.ask(keep), '/check');
  await expectForm(wire, '/check', send, headers);
  expectTo(await wire.ask(send), '/done');
}

/** Every hidden field of the page's form is in the prepared one with its value; a token, masked anew, has none that is known. */
async function expectForm(wire: Wire, path: string, { body }: Question, headers: string): Promise<void> {
  const page = pageOf(await wire.ask({ path, headers }));
  const form = page.split('<form ').find((one) => one.includes(`action="${path}"`)) ?? '';
  const prepared = new URLSearchParams(body);
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  for (const [field, name = '', value = ''] of hidden) {
    if (name === 'token' ? !prepared.has(name) : prepared.get(name) !== value)
      throw new Error(`The form of ${path} has ${field}`);
  }
  for (const [name, value] of prepared) {
    if (name !== 'token' && !form.includes(`value="${value}"`))
      throw new Error(`The form of ${path} has no ${name} ${value}`);
  }
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
