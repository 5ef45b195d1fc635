import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { NoLetters } from '../exchange/papers/open-letters.ts';
import { printBatch, type TakenFile } from '../exchange/papers/print-batch.ts';
import { gateSentence } from '../programmes/words/gate-refusals.ts';
import { chooseActor } from './choose-actor.ts';
import type { CliCommand } from './command-line.ts';
import { openOrSay } from './open-or-say.ts';

const AGAIN = ['printer-failed', 'file-lost'] as const;

/** `mimamori letters`: hands out the print file of a batch as PDF/A, with a list of which letter lies on which page. */
export const lettersCommand: CliCommand = {
  name: 'letters',
  says: '印刷する通知をPDFで渡します(1枚の用紙につき1回。取り出した人は記録に残ります)',
  usage: 'letters --batch ID --out DIR [--again printer-failed|file-lost]',
  examples: ['mimamori letters --batch batch_… --out ./letters --as account_…'],
  options: { batch: { type: 'string' }, out: { type: 'string' }, again: { type: 'string' } },
  run: async (words, doors, out) => {
    const [batch, dir, reason] = [words.text('batch'), words.text('out'), words.text('again')];
    const again = AGAIN.find((one) => one === reason);
    if (batch === undefined || dir === undefined || (reason !== undefined && !again)) {
      out.problem(`使い方: mimamori ${lettersCommand.usage}`);
      return 2;
    }
    const place = await openOrSay(words.common, doors, out);
    if (!place) return 1;
    try {
      const row = again ? 'batch.take-file-again' : 'batch.take-file';
      const by = chooseActor(place, words.common, place.parts.commands.get(row));
      if (!by) {
        out.problem('だれが印刷するかを --as ID で指定してください。');
        return 2;
      }
      const { programme, ask, execute, parts, tryout } = place;
      const workers = Math.max(1, availableParallelism() - 1);
      const door = { programme, tryout, ask, execute, now: parts.now };
      const made = await printBatch(door, batch, by, { workers, again });
      if (!made.ok) {
        out.problem(sentenceOf(made.error));
        return 1;
      }
      const { files, manifest, letters } = await writeLetters(dir, batch, made.value);
      if (words.common.json) out.json({ files, manifest, letters });
      else out.line(`${letters}通を渡しました: ${files.join('、')}(一覧 ${manifest})`);
      return 0;
    } finally {
      await place.close();
    }
  },
};

/** One PDF a part, and a list that says on which page of which file each letter lies. */
async function writeLetters(dir: string, batch: string, taken: readonly TakenFile[]) {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const files: string[] = [];
  const letters: object[] = [];
  for (const { file, parts, manifest } of taken) {
    const names = parts.map((_, part) => `${batch}-${file}${parts.length > 1 ? `-${part + 1}` : ''}.pdf`);
    for (const [part, name] of names.entries()) {
      await writeFile(join(dir, name), parts[part] ?? '', { mode: 0o600 });
      files.push(join(dir, name));
    }
    letters.push(...manifest.map(({ part, ...line }) => ({ ...line, file: names[part - 1] })));
  }
  const manifest = join(dir, `${batch}.json`);
  await writeFile(manifest, `${JSON.stringify({ batch, letters }, null, 2)}\n`, { mode: 0o600 });
  return { files, manifest, letters: letters.length };
}

function sentenceOf(no: NoLetters): string {
  switch (no.type) {
    case 'refused':
      return gateSentence(no.refusal);
    case 'nothing-printed':
      return 'この束に、印刷済みで差し出していない郵便物はありません。';
    case 'no-template':
      return `文面「${no.template}」がありません。`;
    case 'no-address':
      return `宛先がない郵便物があります。印刷せず、業務責任者に知らせてください: ${no.pieces.join('、')}`;
    case 'missing-glyph':
      return `印刷できない文字(外字)があります。区に「どの文字で印刷するか」を確認してください: ${no.pieces.join('、')}`;
    case 'too-long':
      return `宛先や氏名が窓に収まらない郵便物があります。区に書き方を確認してください: ${no.pieces.join('、')}`;
    case 'template-broken':
      return `文面「${no.template}」を組むことができませんでした: ${no.why}`;
    case 'file-gone':
      return `印刷ファイル${no.file}は消去されました。必要なものは、無効にしてから刷り直してください。`;
  }
}
