import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { LETTER_FRAME } from '../../src/print/letter-frame.ts';
import { customerBarcodeSvg, qrSvg, tokenSvg } from '../../src/print/letter-marks.ts';
import type { Letter } from '../../src/print/letter.ts';
import { LETTERS_A_PART } from '../../src/print/render-letters.ts';
import { invitationTemplates } from '../../src/programmes/chiyoda-visit/letters/invitation.ts';

const FONTS = [
  '@expo-google-fonts/biz-udgothic/400Regular/BIZUDGothic_400Regular.ttf',
  '@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf',
];
const QR_ADDRESS = 'https://mimamori.example.lg.jp/q/';

const MAIN = `
#import "/template.typ": sheet
#set document(title: "ご案内", date: datetime(year: 2026, month: 4, day: 20))
#set text(font: ("BIZ UDGothic", "Noto Sans JP"), fallback: false, size: 10.5pt, lang: "ja", region: "JP", cjk-latin-spacing: none)
#set par(leading: 0.85em, spacing: 1em, justify: true)
#let words = json(bytes(sys.inputs.words))
#for it in json(bytes(sys.inputs.letters)) { sheet(it, words) }
`;

/**
 * The least that makes these letters: threads that take rows, draw their codes, compile and give back PDF/A. No gate, no
 * vault, no journal, no check of what came out. This file is the thread as well.
 */
export async function bareLetters(rows: readonly Letter[], workers: number): Promise<number> {
  const chunks = Array.from({ length: Math.ceil(rows.length / LETTERS_A_PART) }, (_, at) =>
    rows.slice(at * LETTERS_A_PART, (at + 1) * LETTERS_A_PART),
  ).values();
  const sizes = await Promise.all(
    Array.from({ length: workers }, async () => {
      const worker = new Worker(new URL(import.meta.url), { workerData: 'bare-letters' });
      let bytes = 0;
      for (const chunk of chunks) {
        const pdf = await new Promise<Uint8Array>((resolve, reject) => {
          worker.once('message', resolve).once('error', reject);
          worker.postMessage(chunk, []);
        });
        bytes += pdf.length;
      }
      await worker.terminate();
      return bytes;
    }),
  );
  return sizes.reduce((sum, one) => sum + one, 0);
}

if (!isMainThread && workerData === 'bare-letters') {
  const find = createRequire(import.meta.url);
  const fontBlobs = FONTS.map((name) => readFileSync(find.resolve(name)));
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs }], workspace: '/' });
  compiler.addSource('/letter-frame.typ', LETTER_FRAME);
  const [template] = invitationTemplates;
  compiler.addSource('/template.typ', template?.typst ?? '');
  parentPort?.on('message', (rows: readonly Letter[]) => {
    const letters = rows.map((row) => ({
      ...row,
      sample: true,
      barcode: row.barcode && customerBarcodeSvg(row.barcode),
      qr: qrSvg(QR_ADDRESS + row.code),
      'token-bars': tokenSvg(row.token),
    }));
    const inputs = { letters: JSON.stringify(letters), words: JSON.stringify(template?.words) };
    const { result } = compiler.compile({ mainFileContent: MAIN, inputs });
    if (!result) throw new Error('The bare loop does not compile');
    const pdf = new Uint8Array(compiler.pdf(result, { pdfStandard: 'a-2a' }));
    compiler.evictCache(0);
    parentPort?.postMessage(pdf, [pdf.buffer]);
  });
}
