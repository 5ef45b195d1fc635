import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OutsideGate } from '../../gate/outside/outside-gate.ts';
import { chiyodaVisit } from '../../programmes/chiyoda-visit/programme.ts';
import { readAssets } from './assets.ts';
import { framed } from './page-frame.tsx';
import type { Portal } from './portal.ts';
import type { PageReply } from './reply.ts';

const { portal: shows, rules } = chiyodaVisit;
assert.ok(shows);
const { words } = shows;
const [form] = rules.forms.definitions;
assert.ok(form);
const portal: Portal = {
  gate: {} as OutsideGate,
  programme: chiyodaVisit,
  shows,
  asked: { form, pages: [], consent: { ...rules.forms.asks.consent, version: '' } },
  assets: readAssets(),
  tryout: true,
  origin: 'https://portal.example',
  chance: (bytes) => new Uint8Array(bytes),
};

function pageOf(reply: Partial<PageReply>, here = '/about'): string {
  const framing = { portal, words: words.ja, language: 'ja', here } as const;
  return framed(framing, { reply: 'page', title: '題', body: '本文', ...reply });
}

test('what stands around a page is made once, and what stands on it belongs to its reader alone [SEC-14-3]', () => {
  const first = pageOf({ body: '一人目' });
  const second = pageOf({ body: '二人目' }, '/contact?page=2');
  assert.ok(first.includes('一人目') && !first.includes('二人目'));
  assert.ok(second.includes('二人目') && !second.includes('一人目'));
  assert.match(first, /href="\/language\/en\?to=%2Fabout"/);
  assert.match(second, /href="\/language\/en\?to=%2Fcontact%3Fpage%3D2"/);
  assert.equal(pageOf({ body: '一人目' }), first);
});

test('title, way back and errors are those of the page, whichever was made before', () => {
  const plain = pageOf({});
  const other = pageOf({ title: '別の題', back: '/consent', problems: [{ field: 'C01', text: '選ぶ' }] });
  assert.match(plain, /<title>題<\/title>/);
  assert.ok(!plain.includes('class="back"'));
  assert.match(other, /<title>[^<]*別の題<\/title>/);
  assert.match(other, /<a class="back" href="\/consent">/);
  assert.match(other, /href="#C01"/);
  assert.ok(!pageOf({ frame: 'bare' }).includes('href="/stop"'));
});

test('neither a text nor an address breaks out of its place, whatever signs it holds', () => {
  const text = '\uE000 \uE001 $& $1 </main><script>';
  const here = `/x?a='"><script>$&\uE000\uE001`;
  const page = pageOf({ body: text }, here);
  assert.ok(page.includes('\uE000 \uE001 $&amp; $1 &lt;/main&gt;&lt;script&gt;'));
  assert.ok(page.includes(`to=${encodeURIComponent(here).replaceAll("'", '&#x27;')}"`));
  assert.equal(page.split('<script').length, 2); // our own file of script
});
