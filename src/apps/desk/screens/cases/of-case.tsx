import type { ReactNode } from 'react';
import type { Instant } from '../../../../domain/basics/instant.ts';
import { listMatters } from '../../../../gate/inside/matter.ts';
import { messageAsks } from '../../../../gate/inside/message.ts';
import { callWords } from '../../../../programmes/words/calls.ts';
import { DataTable } from '../../data-table.tsx';
import { dayWords } from '../../day-words.ts';
import { momentWords } from '../../moment-words.ts';
import { HerRecords } from './her-records.tsx';

/** What belongs to her in other rooms: ways to all her records, and the lists that stand nowhere else. */
export async function OfCase({
  asking,
  id,
  ...hers
}: Omit<Parameters<typeof HerRecords>[0], 'tables'>): Promise<ReactNode> {
  const [messages, matters] = await Promise.all([
    asking.may(messageAsks.ofCase) ? asking.answer(messageAsks.ofCase, { case: id }) : [],
    asking.may(listMatters) ? asking.answer(listMatters, { onlyOpen: false, case: id }) : [],
  ]);
  const tables = [
    { key: 'messages', text: `お知らせ ${messages.length}件`, of: messages },
    { key: 'matters', text: `区とのやり取り ${matters.length}件`, of: matters },
  ].flatMap(({ key, text, of }) => (of.length > 0 ? [{ key, text, href: `#${key}` }] : []));
  return (
    <>
      <HerRecords asking={asking} id={id} {...hers} tables={tables} />
      {messages.length > 0 && (
        <div id="messages">
          <DataTable
            caption="お知らせ"
            columns={[
              { key: 'about', head: '内容', of: ({ about }) => callWords.messages[about] ?? 'お知らせ' },
              { key: 'at', head: '日時', of: ({ at }) => momentWords(at as Instant) },
              {
                key: 'state',
                head: '状態',
                of: ({ state }) => callWords.messageStates[state] ?? '確かめてください',
              },
            ]}
            rows={messages}
            keyOf={({ message }) => message}
            empty=""
          />
        </div>
      )}
      {matters.length > 0 && (
        <div id="matters">
          <DataTable
            caption="区とのやり取り"
            columns={[
              { key: 'about', head: '用件', of: ({ about }) => callWords.matters[about] ?? 'その他' },
              { key: 'begun', head: '始まり', of: ({ begun }) => dayWords(begun) },
              {
                key: 'answer',
                head: '区の言葉',
                of: ({ open, answer, answered = '' }) =>
                  answer === undefined
                    ? open
                      ? '回答を待っています'
                      : '伝えました'
                    : `${dayWords(answered)} ${callWords.matterAnswers[answer] ?? answer}`,
              },
            ]}
            rows={matters}
            keyOf={({ matter }) => matter}
            hrefOf={({ open }) => (open ? '/calls/matters' : undefined)}
            markOf={({ open }) => (open ? 'warn' : undefined)}
            empty=""
          />
        </div>
      )}
    </>
  );
}
