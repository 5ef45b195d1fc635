import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { ListKind } from '../../domain/facts/list.ts';
import type { YearMonth } from '../../domain/basics/year-month.ts';
import type { Paper } from '../paper.ts';
import { written } from './numbers.ts';
import { toWard, type Office } from './office.ts';

/** What a 預かり証 says (DOC-02, PII-11-1). */
export type CustodyReceiptTold = {
  readonly matter: string;
  /** When it passed between hands: a moment, or the words of the hand-over record. */
  readonly at: string;
  readonly on: CivilDate;
  readonly what: string;
  readonly medium: string;
  readonly mediumNo: string | null;
  readonly quantity: number;
  readonly method: string;
  readonly giver: string | null;
  readonly receiver: string | null;
  /** The list that was on it, where it was one. */
  readonly list?: {
    readonly id: string;
    readonly kind: ListKind;
    readonly months: readonly YearMonth[];
    readonly asOf: CivilDate;
    readonly rows: number;
    readonly sha256: string;
  };
};

const KINDS: Readonly<Record<string, string>> = {
  targets: '対象者一覧',
  'follow-up': '要フォロー妊婦一覧',
  changes: '異動一覧',
  'no-change': '異動がない旨の連絡',
  designations: '区指定者一覧',
  attendance: '受診状況一覧',
};
const METHODS: Readonly<Record<string, string>> = {
  'in-person': '手渡し',
  courier: '使送',
  telephone: '電話',
};

/** 預かり証 for personal data of the ward: what, how much, on what, from whom to whom, when. In two copies. */
export function custodyReceipt(office: Office, told: CustodyReceiptTold): Paper {
  const { list } = told;
  return {
    template: 'custody-receipt-1',
    title: '預かり証',
    date: told.on,
    ...toWard(office),
    blocks: [
      { kind: 'text', text: '下記の個人情報を、契約に定める目的のためにお預かりしました。' },
      {
        kind: 'fields',
        rows: [
          ['受領日時', written.time(told.at)],
          ['内容', list ? `${KINDS[list.kind] ?? '一覧'}(${monthsOf(list.months)})` : told.what],
          ...(list ? ([['基準日', written.day(list.asOf, true)]] as const) : []),
          ['件数', list ? `${written.number(list.rows)}行(人)` : `${written.number(told.quantity)}点`],
          ['媒体', told.medium],
          ['媒体番号', told.mediumNo ?? '―'],
          ['受渡しの方法', METHODS[told.method] ?? told.method],
          ['引渡者(区)', told.giver ?? '―'],
          ['受領者(受託者)', told.receiver ?? '―'],
          ['管理番号', list ? `${told.matter}\n${list.id}` : told.matter],
          ...(list ? ([['ファイルの照合値', `SHA-256\n${grouped(list.sha256)}`]] as const) : []),
        ],
      },
      {
        kind: 'text',
        small: true,
        text: '本証は2通作成し、区と受託者が1通ずつ保管します。お預かりした媒体と情報は、契約の終了時または区の指示により返還または消去し、そのつど記録します。',
      },
      { kind: 'signatures', boxes: ['引渡者(区)', '受領者(受託者)'] },
    ],
    proof: told.matter,
  };
}

function monthsOf(months: readonly YearMonth[]): string {
  return months.length === 0
    ? '対象月の指定なし'
    : months.map((month) => `${written.month(month)}分`).join('、');
}

/** In eights, so that two people can read it to each other. */
function grouped(digest: string): string {
  return digest.replaceAll(/(.{8})(?=.)/g, '$1 ');
}
