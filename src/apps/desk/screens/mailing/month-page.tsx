import type { ReactNode } from 'react';
import { monthContaining } from '../../../../domain/basics/year-month.ts';
import type { LetterKind } from '../../../../domain/mailings/next-letter.ts';
import { showBalance, showDueMail, watchMail } from '../../../../gate/inside/mailing.ts';
import { beginBatchOnWord } from '../../../../gate/inside/batch.ts';
import { dropWords } from '../../../../programmes/words/mail-drops.ts';
import { kindWords, stateWords, watchWords } from '../../../../programmes/words/mailing-room.ts';
import { Notice } from '../../../kit/still/notice.tsx';
import type { Asking } from '../../asking.ts';
import { DataTable } from '../../data-table.tsx';
import { dayWords } from '../../day-words.ts';
import { page, type Reply } from '../../reply.ts';
import type { Screen } from '../../route.ts';
import { batchName } from './batch-words.ts';

/** What the month has to send, the batches that carry it, and whatever should have moved on (CHI-8.1-5, B-02). */
async function showMonth(asking: Asking): Promise<Reply> {
  const work = await asking.answer(showDueMail, {});
  const month = monthContaining(asking.today);
  const { batches } = await asking.answer(showBalance, {});
  const watched = await asking.answer(watchMail, {});
  const living = batches.filter((one) => one.month === month || one.state !== 'closed');
  const { target, latest, state } = work.dispatch;
  const kinds = (Object.keys(work.counts) as LetterKind[]).filter((kind) => work.counts[kind] > 0);
  const left = work.dropped.filter(({ count }) => count > 0);
  return page(
    '今月の発送',
    <>
      <h1>今月の発送</h1>
      {state !== 'ok' && (
        <Notice
          kind={state === 'breach' ? 'urgent' : 'warn'}
          title={state === 'breach' ? '発送の期限を過ぎています' : '発送の目安の日を過ぎています'}
        >
          <p>
            目安は{dayWords(target)}、期限は{dayWords(latest)}です。下の「出すもの」から束をつくってください。
          </p>
        </Notice>
      )}
      {state === 'ok' && (
        <p>
          発送の目安は{dayWords(target)}、期限は{dayWords(latest)}です。
        </p>
      )}
      <DataTable
        caption="出すもの"
        columns={[
          { key: 'kind', head: '種類', of: (kind: LetterKind) => kindWords[kind] },
          { key: 'count', head: '通数', number: true, of: (kind: LetterKind) => `${work.counts[kind]}通` },
          { key: 'begin', head: 'すること', of: (kind: LetterKind) => begin(asking, kind) },
        ]}
        rows={kinds}
        keyOf={(kind) => kind}
        empty="今日の時点で出すものはありません。次の名簿を取り込むと、ここに出ます。"
      />
      <DataTable
        caption="束"
        columns={[
          { key: 'name', head: '束', of: batchName },
          { key: 'state', head: '段階', of: (one: Batch) => stateWords[one.state] ?? one.state },
          {
            key: 'pieces',
            head: '対象',
            number: true,
            of: (one: Batch) => `${one.pieces} / ${one.planned}人`,
          },
          { key: 'dropped', head: '見送り', number: true, of: (one: Batch) => `${one.dropped}人` },
          {
            key: 'posted',
            head: '差出し',
            number: true,
            of: (one: Batch) => `${one.recorded.posted} / ${one.pieces}通`,
          },
          {
            key: 'gaps',
            head: '過不足',
            of: (one: Batch) => (one.gaps.length > 0 ? '合っていません' : 'なし'),
          },
        ]}
        rows={living}
        keyOf={({ batch }) => batch}
        hrefOf={({ batch }) => asking.link(`/mailing/batches/${batch}`)}
        markOf={({ gaps, state: at }) => (gaps.length > 0 || at === 'blocked' ? 'urgent' : undefined)}
        empty="今月の束はまだありません。"
      />
      <DataTable
        caption="止まっているもの"
        columns={[
          { key: 'what', head: 'こと', of: (one: Watched) => watchWords[one.what] ?? one.what },
          { key: 'kind', head: '種類', of: (one: Watched) => kindWords[one.kind as keyof typeof kindWords] },
          { key: 'since', head: 'いつから', of: (one: Watched) => dayWords(one.since) },
        ]}
        rows={watched}
        keyOf={(one) => ('piece' in one ? one.piece : one.batch)}
        hrefOf={(one) =>
          asking.link(
            'piece' in one && one.what !== 'to-pull' && one.what !== 'in-hand'
              ? `/cases/${one.case}`
              : `/mailing/batches/${one.batch}`,
          )
        }
        markOf={({ what }) => (what === 'to-pull' || what === 'to-ask-back' ? 'urgent' : 'warn')}
        empty="止まっているものはありません。"
      />
      <DataTable
        caption="今月は出さない方"
        columns={[
          { key: 'why', head: '理由', of: (one: (typeof left)[number]) => dropWords[one.why] },
          { key: 'kind', head: '種類', of: (one: (typeof left)[number]) => kindWords[one.kind] },
          { key: 'count', head: '人数', number: true, of: (one: (typeof left)[number]) => `${one.count}人` },
        ]}
        rows={left}
        keyOf={({ kind, why }) => `${kind} ${why}`}
        empty="出さないと判断される方はいません。"
      />
    </>,
  );
}

type Batch = {
  readonly batch: string;
  readonly kind: string;
  readonly month: string;
  readonly state: string;
  readonly planned: number;
  readonly pieces: number;
  readonly dropped: number;
  readonly gaps: readonly string[];
  readonly recorded: { readonly posted: number };
};
type Watched = { readonly what: string; readonly kind: string; readonly since: string };

function begin(asking: Asking, kind: LetterKind): ReactNode {
  if (!asking.may(beginBatchOnWord)) return '担当者が束をつくります';
  return (
    <a className="button main small" href={`/mailing/begin?kind=${kind}`}>
      {kindWords[kind]}の束をつくる
    </a>
  );
}

export const monthScreen: Screen = {
  kind: 'screen',
  path: '/mailing',
  work: 'mailing',
  title: '今月の発送',
  tab: 1,
  asks: [showDueMail, showBalance, watchMail],
  show: showMonth,
};
