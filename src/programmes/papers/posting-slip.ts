import { formatTracking } from '../../domain/text/tracking.ts';
import type { PostService } from '../../domain/facts/mailing.ts';
import type { Block, Cell, Column, Paper } from '../paper.ts';
import { ERASED, holdsPackages, type BatchTold, type PieceTold } from './batch-told.ts';
import { mailWords } from './mail-words.ts';
import { written } from './numbers.ts';
import type { Office } from './office.ts';

/** Pieces on one sheet: so many lines the counter's own form has room for, with the receipt under them. */
export const PIECES_ON_SLIP = 15;

/** Services that the counter takes in against a slip. */
const ON_SLIP: readonly PostService[] = ['specified-record', 'simplified-registered', 'registered'];

/**
 * 書留・特定記録郵便物等差出票 with its receipt (受領証), a sheet for at most 15 pieces of one service, as the counter
 * takes it (CHI-8.1-6, 8.4-2; domain.md 3.1). The stamped receipt is the evidence of the actual cost (CHI-10.3-2).
 * A piece without a number leaves a line on which the label's number is written by hand.
 */
export function postingSlips(office: Office, batch: BatchTold): Paper | undefined {
  // Whatever became of them since, all that went over the counter, and what is ready to go.
  const handed = batch.pieces.filter(
    ({ status, postedOn }) => postedOn !== undefined || status === 'printed',
  );
  const sheets = services(handed).flatMap((service) =>
    inSheets(handed.filter((piece) => piece.service === service)).map((pieces, at, all) => ({
      service,
      pieces,
      which: `${at + 1} / ${all.length}枚`,
    })),
  );
  if (sheets.length === 0) return undefined;
  return {
    template: 'posting-slip-1',
    title: '書留・特定記録郵便物等差出票',
    date: batch.on,
    about: [],
    blocks: sheets.flatMap(({ service, pieces, which }, at): readonly Block[] => [
      ...(at === 0 ? [] : AGAIN),
      ...sheet(office, batch, service, pieces, which),
    ]),
    proof: batch.batch,
  };
}

/** The head of every sheet but the first. */
const AGAIN: readonly Block[] = [
  { kind: 'new-page' },
  { kind: 'text', align: 'center', text: '書留・特定記録郵便物等差出票(続き)' },
];

function services(pieces: readonly PieceTold[]): readonly (PostService | undefined)[] {
  const found = new Set(pieces.map(({ service }) => service));
  return [...ON_SLIP, undefined].filter((service) => found.has(service));
}

function inSheets(pieces: readonly PieceTold[]): readonly (readonly PieceTold[])[] {
  const count = Math.ceil(pieces.length / PIECES_ON_SLIP);
  return Array.from({ length: count }, (_, at) =>
    pieces.slice(at * PIECES_ON_SLIP, (at + 1) * PIECES_ON_SLIP),
  );
}

function sheet(
  office: Office,
  batch: BatchTold,
  service: PostService | undefined,
  pieces: readonly PieceTold[],
  which: string,
): readonly Block[] {
  const money = pieces.every(({ postage }) => postage !== undefined)
    ? written.yen(pieces.reduce((sum, { postage = 0 }) => sum + postage, 0))
    : '';
  const sent = service === undefined ? '(種別を記入)' : mailWords.service[service];
  const kind = holdsPackages(batch.kind) ? '商品券在中' : '';
  return [
    {
      kind: 'fields',
      rows: [
        ['ご依頼主', `${office.section.address}\n${office.section.name} 電話 ${office.section.phone}`],
        ['差出日', postedOn(pieces)],
        ['種別・枚数', `${sent}　${which}`],
      ],
    },
    {
      kind: 'table',
      name: '',
      dense: true,
      columns: SLIP,
      rows: pieces.map((piece, at): readonly Cell[] => [
        String(at + 1),
        piece.name === undefined ? ERASED : `${piece.name} 様`,
        piece.tracking === undefined ? '' : formatTracking(piece.tracking),
        piece.postage === undefined ? '' : written.number(piece.postage),
        kind,
      ]),
      totals: [
        [
          { text: '差出通数・料金計', span: 2, strong: true },
          { text: `${written.number(pieces.length)}通`, strong: true },
          { text: money, strong: true },
          { text: '', strong: true },
        ],
      ],
    },
    { kind: 'cut', text: '切り取り線' },
    { kind: 'text', align: 'center', text: '書留・特定記録郵便物等受領証' },
    numbersTaken(pieces),
    {
      kind: 'table',
      name: '',
      dense: true,
      tall: 22,
      columns: RECEIPT,
      rows: [[`${office.section.name} 様`, sent, `${written.number(pieces.length)}通`, money, '']],
    },
    {
      kind: 'text',
      small: true,
      text: `上記のとおり引き受けました。この受領証は実費の請求の根拠となります(発送の束 ${batch.batch})。`,
    },
  ];
}

const SLIP: readonly Column[] = [
  { head: '番号', width: 12, align: 'right' },
  { head: 'お届け先のお名前', width: 'rest' },
  { head: 'お問い合わせ番号', width: 42, align: 'right' },
  { head: '料金(円)', width: 22, align: 'right' },
  { head: '摘要', width: 28 },
];

const RECEIPT: readonly Column[] = [
  { head: 'ご依頼主', width: 'rest' },
  { head: '種別', width: 20, align: 'center' },
  { head: '通数', width: 16, align: 'right' },
  { head: '料金', width: 20, align: 'right' },
  { head: '引受局 日附印', width: 45 },
];

/** The day on which all of them were posted; left open for the hand that posts them. */
function postedOn(pieces: readonly PieceTold[]): string {
  const [day, ...more] = new Set(pieces.map((piece) => piece.postedOn));
  return day === undefined || more.length > 0 ? '令和　　年　　月　　日' : written.day(day);
}

/** On the receipt the numbers without the names, three to a line. */
function numbersTaken(pieces: readonly PieceTold[]): Block {
  const told = pieces.map((piece, at): readonly Cell[] => [
    String(at + 1),
    piece.tracking === undefined ? '' : formatTracking(piece.tracking),
  ]);
  const lines = Array.from({ length: Math.ceil(told.length / 3) }, (_, line) =>
    [0, 1, 2].flatMap((at) => told[line * 3 + at] ?? ['', '']),
  );
  const pair: readonly Column[] = [
    { head: '番号', width: 12, align: 'right' },
    { head: 'お問い合わせ番号', width: 'rest', align: 'center' },
  ];
  return { kind: 'table', name: '', dense: true, columns: [...pair, ...pair, ...pair], rows: lines };
}
