import type { ReactNode } from 'react';
import type { CaseId } from '../../../../domain/basics/ids.ts';
import { showCaseActs } from '../../../../gate/inside/case-acts.ts';
import { explainEligibility, showTimeline } from '../../../../gate/inside/case-questions.ts';
import { showCase } from '../../../../gate/inside/case.ts';
import { SummaryList, type SummaryRow } from '../../../kit/still/summary-list.tsx';
import type { Asking } from '../../asking.ts';
import { dayWords } from '../../day-words.ts';
import { givenId } from '../../given-id.ts';
import { NotAnswered, NotHere } from '../../not-here.ts';
import { page, type Reply } from '../../reply.ts';
import type { Screen } from '../../route.ts';
import { CaseActs } from './case-acts.tsx';
import { Eligibility } from './eligibility.tsx';
import { Grief } from './grief.tsx';
import { Marks } from './marks.tsx';
import { OfCase } from './of-case.tsx';
import { StopsInForce } from './stops-in-force.tsx';
import { Timeline } from './timeline.tsx';

/** A person's page: who, where she stands, what must not be overlooked, what may be done and why not, what happened. */
async function showCasePage(asking: Asking): Promise<Reply> {
  const id = givenId(asking.params, 'case');
  const [who] = asking.may(showCase) ? await asking.answer(showCase, { case: id }) : [];
  if (asking.may(showCase) && !who) throw new NotHere();
  if (!who && !asking.may(showTimeline)) throw new NotAnswered({ refused: 'denied', row: showCase.name });
  const [standing] = asking.may(showCaseActs) ? await asking.answer(showCaseActs, { case: id }) : [];
  const timeline = await (asking.may(showTimeline) ? Timeline({ asking, id }) : undefined);
  return page(
    '対象者の記録',
    <>
      <h1 className="person">
        {who ? (who.fields['identity.name'] ?? '(氏名は表示できません)') : '氏名は表示しません'}
        {who?.fields['identity.kana'] && <small> {who.fields['identity.kana']}</small>}
      </h1>
      {who && (
        <Marks
          of={{
            protected: who.protected,
            stopped: who.stopped,
            closed: who.closed,
            followUp: who.followUp,
            warnings: who.warnings,
          }}
        />
      )}
      {standing && <p className="stands">{standing.sentence}</p>}
      {standing?.grief && <Grief asking={asking} />}
      {standing && <StopsInForce asking={asking} id={id} stops={standing.stops} />}
      {who && <Who of={who} id={id} due={standing?.grief ? undefined : who.due} />}
      <CaseActs asking={asking} id={id} standing={standing} />
      {await OfCase({
        asking,
        id,
        pieces: who?.pieces,
        records: standing?.records,
        booking: standing?.booking,
        visited: standing?.visited !== undefined,
        grief: standing?.grief ?? false,
      })}
      {asking.may(explainEligibility) && !standing?.grief && (await Eligibility({ asking, id }))}
      {timeline}
    </>,
    { back: { text: '対象者の一覧へ', href: '/cases' } },
  );
}

type Found = Awaited<ReturnType<typeof found>>[number];

function found(asking: Asking, id: CaseId) {
  return asking.answer(showCase, { case: id });
}

/** Only what the role may see is there at all; that it was opened stands in the log. */
function Who({
  of: { fields, label, registered, protected: guarded },
  id,
  due,
}: {
  readonly of: Found;
  readonly id: CaseId;
  readonly due: string | undefined;
}): ReactNode {
  const address = [
    fields['address.postcode']?.replace(/^(\d{3})-?(\d{4})$/, '〒$1-$2'),
    fields['address.address'],
    fields['address.building'],
  ]
    .filter((one) => one)
    .join(' ');
  const born = fields['identity.birthDate'];
  const language = fields['language.chosen'] ?? fields['language.written'];
  const rows: readonly (SummaryRow | undefined)[] = [
    born === undefined ? undefined : { term: '生年月日', answer: dayWords(born) },
    due === undefined ? undefined : { term: '出産予定日', answer: dayWords(due) },
    guarded
      ? { term: '住所', answer: '支援措置のため表示しません。区に確かめます。' }
      : address === ''
        ? undefined
        : { term: '住所', answer: address },
    row('電話', fields['contact.phone']),
    row('メール', fields['contact.email']),
    row('ことば', language),
    row('備考', fields['remarks.remark']),
    { term: '登録', answer: registered ? '連絡先を登録済み' : '未登録' },
    row('区分', label),
    { term: '番号', answer: id },
  ];
  return (
    <section aria-labelledby="who">
      <h2 id="who">この方</h2>
      <SummaryList rows={rows.filter((one) => one !== undefined)} />
      <p className="recorded">表示した項目は、誰がいつ開いたかを記録しました。</p>
    </section>
  );
}

function row(term: string, answer: string | undefined): SummaryRow | undefined {
  return answer ? { term, answer } : undefined;
}

export const casePageScreen: Screen = {
  kind: 'screen',
  path: '/cases/:case',
  work: 'cases',
  title: '対象者の記録',
  // Each part asks for itself: the mailing room sees no timeline, an auditor the timeline alone.
  asks: [],
  some: [showCase, showTimeline],
  show: showCasePage,
};
