import { batchPapers } from '../exchange/papers/batch-papers.ts';
import { custodyPaper, listPapers } from '../exchange/papers/list-papers.ts';
import type { OfficeDoor } from '../exchange/papers/paper-files.ts';
import type { By } from '../gate/gate.ts';
import { chooseActor } from './choose-actor.ts';
import type { CliCommand, Words } from './command-line.ts';
import { noPaperSentence } from './no-paper.ts';
import { openOrSay } from './open-or-say.ts';
import { writeFiles } from './write-files.ts';

/** `mimamori papers`: the papers of a batch, of a list of the ward, or of anything else that was received. */
export const papersCommand: CliCommand = {
  name: 'papers',
  says: '事務の書類を作ります(発送の束: ピッキングリスト・員数確認票・差出票・発送簿、区の一覧: 預かり証・照会票)',
  usage: 'papers (--batch ID | --list ID | --matter ID) --out DIR',
  examples: [
    'mimamori papers --batch batch_… --out ./papers --as account_…',
    'mimamori papers --list list_… --out ./papers --as account_…',
  ],
  options: {
    batch: { type: 'string' },
    list: { type: 'string' },
    matter: { type: 'string' },
    out: { type: 'string' },
  },
  run: async (words, doors, out) => {
    const maker = makerFor(words);
    const dir = words.text('out');
    if (!maker || dir === undefined) {
      out.problem(`使い方: mimamori ${papersCommand.usage}`);
      return 2;
    }
    const place = await openOrSay(words.common, doors, out);
    if (!place) return 1;
    try {
      const by = chooseActor(place, words.common, place.parts.questions.get(maker.question));
      if (!by) {
        out.problem('だれが書類を作るかを --as ID で指定してください。');
        return 2;
      }
      const { programme, tryout, ask, parts } = place;
      const made = await maker.make({ programme, tryout, ask, now: parts.now }, by);
      if (!made.ok) {
        out.problem(noPaperSentence(made.error));
        return 1;
      }
      const files = await writeFiles(dir, made.value);
      if (words.common.json) out.json({ files });
      else out.line(`${files.length}件の書類を作りました:\n${files.join('\n')}`);
      return 0;
    } finally {
      await place.close();
    }
  },
};

/** What makes the papers, and the question that says who may. */
type Maker = {
  readonly question: string;
  readonly make: (door: OfficeDoor, by: By) => ReturnType<typeof batchPapers>;
};

function makerFor(words: Words): Maker | undefined {
  const [batch, list, matter] = ['batch', 'list', 'matter'].map((name) => words.text(name));
  const given = [batch, list, matter].filter((value) => value !== undefined).length;
  if (given !== 1) return undefined;
  if (batch !== undefined) {
    return { question: 'batch.show', make: (door, by) => batchPapers(door, batch, by) };
  }
  if (list !== undefined) return { question: 'list.show', make: (door, by) => listPapers(door, list, by) };
  if (matter === undefined) return undefined;
  return { question: 'handover.receipt', make: (door, by) => custodyPaper(door, matter, by) };
}
