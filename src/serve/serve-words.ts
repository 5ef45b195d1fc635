import type { Output } from '../cli/output.ts';

/** What answers at an address, in the order in which it is told. */
const NAMES: readonly (readonly [string, string])[] = [
  ['portal', '住民の画面(ポータル)'],
  ['courier', '内側と外側の受け渡し'],
  ['desk', '事務の画面'],
  ['mail', 'メール(送らずに置く所)'],
  ['mail-waits', 'メール'],
];

/** Where to click, once both zones answer. */
export function sayServing(addresses: Readonly<Record<string, string>>, out: Output): void {
  const width = Math.max(...NAMES.map(([, name]) => name.length));
  out.line('見守り: 動いています。');
  for (const [key, name] of NAMES) {
    const address = addresses[key];
    if (address) out.line(`  ${name}${'　'.repeat(width - name.length)}  ${address}`);
  }
  out.line('止めるには Ctrl+C を押してください。');
}
