import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lettersOfBatch, type BatchLetters, type NoLetters } from '../exchange/papers/letters.ts';
import { gateSentence } from '../programmes/words/gate-refusals.ts';
import { chooseActor } from './choose-actor.ts';
import type { CliCommand } from './command-line.ts';
import { openOrSay } from './open-or-say.ts';

/** `mimamori letters`: the printed pieces of a batch as one PDF/A, one page a woman. */
export const lettersCommand: CliCommand = {
  name: 'letters',
  says: '印刷する通知をPDFにします(1人1ページ。開いた氏名と宛先は記録に残ります)',
  usage: 'letters --batch ID --out DIR',
  examples: ['mimamori letters --batch batch_… --out ./letters --as account_…'],
  options: { batch: { type: 'string' }, out: { type: 'string' } },
  run: async (words, doors, out) => {
    const [batch, dir] = [words.text('batch'), words.text('out')];
    if (batch === undefined || dir === undefined) {
      out.problem(`使い方: mimamori ${lettersCommand.usage}`);
      return 2;
    }
    const place = await openOrSay(words.common, doors, out);
    if (!place) return 1;
    try {
      const by = chooseActor(place, words.common, place.parts.commands.get('piece.print'));
      if (!by) {
        out.problem('だれが印刷するかを --as ID で指定してください。');
        return 2;
      }
      const { programme, ask, parts, tryout } = place;
      const made = await lettersOfBatch({ programme, tryout, ask, now: parts.now }, batch, by);
      if (!made.ok) {
        out.problem(sentenceOf(made.error));
        return 1;
      }
      await mkdir(dir, { recursive: true, mode: 0o700 });
      const files = await writeLetters(dir, batch, made.value);
      if (words.common.json) out.json({ ...files, letters: made.value.letters });
      else out.line(`${made.value.letters}通を作りました: ${files.files.join('、')}(一覧 ${files.manifest})`);
      return 0;
    } finally {
      await place.close();
    }
  },
};

/** One PDF a part, and a list that says on which page of which file each letter lies. */
async function writeLetters(dir: string, batch: string, { parts, manifest }: BatchLetters) {
  const names = parts.map((_, index) => (parts.length === 1 ? `${batch}.pdf` : `${batch}-${index + 1}.pdf`));
  for (const [index, name] of names.entries()) {
    await writeFile(join(dir, name), parts[index] ?? '', { mode: 0o600 });
  }
  const lines = manifest.map(({ part, ...line }) => ({ ...line, file: names[part - 1] }));
  const list = join(dir, `${batch}.json`);
  await writeFile(list, `${JSON.stringify({ batch, letters: lines }, null, 2)}\n`, { mode: 0o600 });
  return { files: names.map((name) => join(dir, name)), manifest: list };
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
  }
}
