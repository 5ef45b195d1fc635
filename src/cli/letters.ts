import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lettersOfBatch, type NoLetters } from '../exchange/papers/letters.ts';
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
      const { programme, ask, parts } = place;
      const made = await lettersOfBatch({ programme, ask, now: parts.now }, batch, by);
      if (!made.ok) {
        out.problem(sentenceOf(made.error));
        return 1;
      }
      await mkdir(dir, { recursive: true, mode: 0o700 });
      const file = join(dir, `${batch}.pdf`);
      await writeFile(file, made.value.pdf, { mode: 0o600 });
      if (words.common.json) out.json({ file, letters: made.value.letters });
      else out.line(`${made.value.letters}通を作りました: ${file}`);
      return 0;
    } finally {
      await place.close();
    }
  },
};

function sentenceOf(no: NoLetters): string {
  switch (no.type) {
    case 'refused':
      return gateSentence(no.refusal);
    case 'nothing-printed':
      return 'この束に、印刷済みで差し出していない郵便物はありません。';
    case 'no-template':
      return `この種類(${no.kind})の文面がまだありません。`;
    case 'no-address':
      return `宛先がない郵便物があります。印刷せず、業務責任者に知らせてください: ${no.pieces.join('、')}`;
    case 'missing-glyph':
      return `印刷できない文字(外字)があります。区に「どの文字で印刷するか」を確認してください: ${no.pieces.join('、')}`;
  }
}
