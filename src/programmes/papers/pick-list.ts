import type { Cell, Paper } from '../paper.ts';
import { ERASED, holdsPackages, type BatchTold } from './batch-told.ts';
import { mailWords } from './mail-words.ts';
import { written } from './numbers.ts';

/** What was planned and not taken out again: what a hand has to find. */
const TO_PICK = ['planned', 'printed', 'posted'] as const;

/**
 * ピッキングリスト: every piece once, in the order of the print, with boxes to tick for each hand that it passes
 * (CHI-8.4-4, 8.4-13). For packages with the serials of the vouchers. Stays in the house.
 */
export function pickList(batch: BatchTold): Paper {
  const pieces = batch.pieces.filter(({ status }) => TO_PICK.some((one) => one === status));
  const packages = holdsPackages(batch.kind);
  return {
    template: 'pick-list-1',
    title: `${packages ? '育児パッケージ' : '郵便物'} ピッキングリスト`,
    date: batch.on,
    about: [
      ['種類・対象月', `${mailWords.kind[batch.kind]} ${written.month(batch.month)}`],
      ['束の番号', batch.batch],
      ['数', `${written.number(pieces.length)}点(除外 ${written.number(batch.dropped)}人)`],
    ],
    blocks: [
      {
        kind: 'table',
        name: '',
        dense: true,
        columns: [
          { head: '番号', width: 11, align: 'right' },
          { head: '照合番号', width: 47 },
          { head: 'お名前', width: 'rest' },
          { head: '郵便番号', width: 20, align: 'center' },
          ...(packages ? [{ head: '商品券の番号', width: 32 } as const] : []),
          { head: '取出', width: 12, align: 'center' },
          { head: '封入', width: 12, align: 'center' },
          { head: '確認', width: 12, align: 'center' },
        ],
        rows: pieces.map((piece, at): readonly Cell[] => [
          String(at + 1),
          piece.piece.replace('piece_', ''),
          piece.name ?? ERASED,
          piece.postcode ?? '',
          ...(packages ? [piece.serials?.join('、') ?? ''] : []),
          '□',
          '□',
          '□',
        ]),
        totals: [
          [
            { text: '計', strong: true },
            { text: `${written.number(pieces.length)}点`, strong: true, span: packages ? 7 : 6 },
          ],
        ],
      },
      { kind: 'signatures', boxes: ['作業者', '確認者(作業者と別の人)'] },
    ],
    proof: batch.batch,
  };
}
