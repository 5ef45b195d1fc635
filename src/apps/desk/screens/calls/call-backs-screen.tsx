import { callBackAsks } from '../../../../gate/inside/call-back.ts';
import { messageAsks } from '../../../../gate/inside/message.ts';
import { callWords } from '../../../../programmes/words/calls.ts';
import { ActLink } from '../../act-link.tsx';
import type { Asking } from '../../asking.ts';
import { DataTable } from '../../data-table.tsx';
import { dayWords } from '../../day-words.ts';
import { momentWords } from '../../moment-words.ts';
import { page, type Reply } from '../../reply.ts';
import type { Screen } from '../../route.ts';
import { callActs } from './call-back-acts.tsx';

const at = (moment: string) => momentWords(moment as Parameters<typeof momentWords>[0]);

async function showCallBacks(asking: Asking): Promise<Reply> {
  const rows = await asking.answer(callBackAsks.open, {});
  return page(
    '折り返し',
    <>
      <h1>折り返しの電話</h1>
      <p>電話番号はこの画面だけに出ます。書き写さず、ここからかけます。</p>
      <DataTable
        caption="折り返しの電話(期限の近い順)"
        columns={[
          {
            key: 'due',
            head: '期限',
            of: ({ dueBy, overdue }) => `${at(dueBy)}${overdue ? '(過ぎています)' : ''}`,
          },
          {
            key: 'name',
            head: 'お名前',
            of: ({ fields }) => `${fields['identity.name'] ?? ''}(${fields['identity.kana'] ?? ''})`,
          },
          {
            key: 'phone',
            head: '電話',
            of: ({ fields, phoneSince, requestedAt }) => (
              <>
                {fields['contact.earlierPhone'] && (
                  <>
                    先に: <Number text={fields['contact.earlierPhone']} />
                    <br />
                  </>
                )}
                {fields['contact.phone'] ? <Number text={fields['contact.phone']} /> : '登録がありません'}
                {phoneSince !== null && phoneSince === requestedAt.slice(0, 10) && (
                  <>
                    <br />
                    <strong>{dayWords(phoneSince)}に変わった番号です</strong>
                  </>
                )}
              </>
            ),
          },
          { key: 'about', head: '用件', of: ({ about }) => callWords.callBacks[about] },
          { key: 'requested', head: '頼まれた日時', of: ({ requestedAt }) => at(requestedAt) },
          {
            key: 'do',
            head: 'すること',
            of: (row) => (
              <div className="calls-record">
                <ActLink
                  of={callActs.close}
                  given={{ case: row.case, callBack: row.callBack }}
                  text="結果を記録"
                  main
                />
                <ActLink
                  of={callActs.recordFor}
                  given={{ case: row.case, about: 'call-back', ref: row.callBack }}
                  text="かけた記録(またかける)"
                />
              </div>
            ),
          },
        ]}
        rows={rows}
        keyOf={({ callBack }) => callBack}
        markOf={({ overdue }) => (overdue ? 'urgent' : undefined)}
        empty="折り返す電話はありません。ご本人が画面や電話で頼むと、ここに出ます。"
      />
    </>,
  );
}

function Number({ text }: { readonly text: string }) {
  return (
    <a className="number" href={`tel:${text.replace(/[^+\d]/g, '')}`}>
      {text}
    </a>
  );
}

async function showToMake(asking: Asking): Promise<Reply> {
  const all = await asking.answer(messageAsks.comeDue, {});
  const rows = all.filter(({ way }) => way === 'call');
  return page(
    'かける電話',
    <>
      <h1>メールの代わりにかける電話</h1>
      <DataTable
        caption="かける電話(メールの届かない方)"
        columns={[
          { key: 'about', head: '用件', of: ({ about }) => messageWords(about) },
          { key: 'from', head: 'いつから', of: ({ from }) => at(from) },
          { key: 'until', head: 'いつまで', of: ({ until }) => at(until) },
          {
            key: 'do',
            head: 'すること',
            of: ({ case: id, about, ref }) =>
              ref === undefined ? (
                <ActLink of={callActs.record} given={{ case: id, about }} text="番号を開いてかける" />
              ) : (
                <ActLink of={callActs.recordFor} given={{ case: id, about, ref }} text="番号を開いてかける" />
              ),
          },
        ]}
        rows={rows}
        keyOf={({ case: id, about, ref }) => `${id} ${about} ${ref ?? ''}`}
        empty="いまかける電話はありません。お知らせの時期が来て、メールの届かない方がここに出ます。"
      />
    </>,
  );
}

function messageWords(about: string): string {
  return callWords.messages[about] ?? (about.startsWith('overseas-') ? '帰国後の受け取りの案内' : about);
}

/** `/calls/call-backs`: the numbers stand here and nowhere else. */
export const callBacksScreen: Screen = {
  kind: 'screen',
  path: '/calls/call-backs',
  work: 'calls',
  title: '折り返し',
  tab: 5,
  asks: [callBackAsks.open],
  show: showCallBacks,
};

/** `/calls/to-make`: what a mail would say, for whoever has no address that works. */
export const callsToMakeScreen: Screen = {
  kind: 'screen',
  path: '/calls/to-make',
  work: 'calls',
  title: 'かける電話',
  tab: 6,
  asks: [messageAsks.comeDue],
  show: showToMake,
};
