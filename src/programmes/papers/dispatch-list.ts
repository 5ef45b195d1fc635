import { formatTracking } from '../../domain/text/tracking.ts';
import type { Cell, Paper } from '../paper.ts';
import { ERASED, type BatchTold, type PieceTold } from './batch-told.ts';
import { mailWords } from './mail-words.ts';
import { written } from './numbers.ts';
import { toWard, type Office } from './office.ts';

const STATUS: Readonly<Record<PieceTold['status'], string>> = {
  planned: '準備中',
  printed: '印刷済み',
  posted: '配達中',
  delivered: 'お届け済み',
  returned: '返戻',
  lost: '事故',
  withdrawn: '取戻し',
  voided: '取りやめ',
  dropped: '除外',
};

/** 発送簿: person, service, number, day and postage of every piece that left the house (DOC-05, CHI-8.1-7). */
export function dispatchList(office: Office, batch: BatchTold): Paper {
  const posted = batch.pieces.filter(({ postedOn }) => postedOn !== undefined);
  const money = posted.reduce((sum, { postage = 0 }) => sum + postage, 0);
  return {
    template: 'dispatch-list-1',
    title: '発送簿',
    date: batch.on,
    wide: true,
    ...toWard(office, [
      ['種類・対象月', `${mailWords.kind[batch.kind]} ${written.month(batch.month)}`],
      ['束の番号', batch.batch],
    ]),
    blocks: [
      {
        kind: 'table',
        name: '',
        dense: true,
        columns: [
          { head: '番号', width: 12, align: 'right' },
          { head: '照合番号', width: 50 },
          { head: 'お名前', width: 'rest' },
          { head: '差出方法', width: 30 },
          { head: 'お問い合わせ番号', width: 38, align: 'right' },
          { head: '差出日', width: 32 },
          { head: '料金(円)', width: 22, align: 'right' },
          { head: '状況', width: 24 },
        ],
        rows: posted.map((piece, at): readonly Cell[] => [
          String(at + 1),
          piece.piece.replace('piece_', ''),
          piece.name ?? ERASED,
          piece.service === undefined ? '' : mailWords.service[piece.service],
          piece.tracking === undefined ? '―' : formatTracking(piece.tracking),
          piece.postedOn === undefined ? '' : written.day(piece.postedOn),
          written.number(piece.postage ?? 0),
          STATUS[piece.status],
        ]),
        totals: [
          [
            { text: '計', strong: true, span: 2 },
            { text: `${written.number(posted.length)}通`, strong: true, span: 4 },
            { text: written.number(money), strong: true },
            { text: '', strong: true },
          ],
        ],
      },
    ],
    proof: batch.batch,
  };
}
