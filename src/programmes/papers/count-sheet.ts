import type { Cell, Paper } from '../paper.ts';
import type { BatchTold, HandCount } from './batch-told.ts';
import { mailWords } from './mail-words.ts';
import { written } from './numbers.ts';

/** The hand-overs of a batch in their order, and how each has to agree with the others. */
const STAGES: readonly (readonly [stage: HandCount, label: string, agrees: string])[] = [
  ['printed', '印刷した数', '= 差し出した数 + 書き損じ + 抜き取り'],
  ['enclosed', '封入した数', '= 差し出した数 + 封入後の抜き取り'],
  ['spoiled', '書き損じ・刷り直しの数', '現物を数え、溶解または裁断する'],
  ['pulled', '抜き取った数', '停止の連絡による。現物を数え、裁断する'],
  ['posted', '差し出した数', '= 受領証の通数'],
];

/**
 * 員数確認票: what was counted at each hand-over beside what the system knows; signed by two people. The batch does not
 * move until the two sides agree (CHI-8.4-13, 8.4-14, CHI-8.1-7).
 */
export function countSheet(batch: BatchTold): Paper {
  const known = recorded(batch);
  return {
    template: 'count-sheet-1',
    title: '発送物 員数確認票',
    date: batch.on,
    about: [
      ['種類・対象月', `${mailWords.kind[batch.kind]} ${written.month(batch.month)}`],
      ['束の番号', batch.batch],
      ['確定した日', batch.fixedOn === null ? '未確定' : written.day(batch.fixedOn)],
      [
        '内訳',
        `対象 ${written.number(batch.planned)}人 = 発送物 ${written.number(batch.pieces.length)}点 + 除外 ${written.number(batch.dropped)}人`,
      ],
    ],
    blocks: [
      {
        kind: 'table',
        name: '',
        tall: 13,
        columns: [
          { head: '段階', width: 50 },
          { head: '記録の数(点)', width: 27, align: 'right' },
          { head: '入力済みの数(点)', width: 32, align: 'right' },
          { head: '数えた数(点)', width: 27, align: 'right' },
          { head: '合うべき関係', width: 'rest' },
        ],
        rows: STAGES.map(([stage, label, agrees]): readonly Cell[] => [
          label,
          known[stage] === undefined ? '―' : written.number(known[stage]),
          batch.hand[stage] === null ? '未入力' : written.number(batch.hand[stage]),
          '',
          agrees,
        ]),
      },
      {
        kind: 'text',
        text: '数が合わないときは発送を止め、業務責任者に報告してください。理由が分かるまで束を動かしません。',
      },
      { kind: 'signatures', boxes: ['数えた人', '確かめた人(別の人)'] },
      { kind: 'signatures', boxes: ['差し出した人', '受領証を確かめた人(別の人)'] },
    ],
    proof: batch.batch,
  };
}

/** The counts of the records; what an envelope holds only a hand can count. */
function recorded({ pieces }: BatchTold): Readonly<Partial<Record<HandCount, number>>> {
  const copies = pieces.reduce((sum, piece) => sum + piece.copies, 0);
  const pulled = pieces.filter(({ status }) => status === 'voided').length;
  const posted = pieces.filter(({ postedOn }) => postedOn !== undefined).length;
  const inHand = pieces.filter(({ status }) => status === 'printed').length;
  return { printed: copies, spoiled: copies - pulled - posted - inHand, pulled, posted };
}
