import { parseCivilDate } from '../../../../domain/basics/civil-date.ts';
import { applicationAsks } from '../../../../gate/inside/application-questions.ts';
import { callWords } from '../../../../programmes/words/calls.ts';
import { Notice } from '../../../kit/still/notice.tsx';
import { ActLink } from '../../act-link.tsx';
import type { Asking } from '../../asking.ts';
import { DataTable } from '../../data-table.tsx';
import { dayWords } from '../../day-words.ts';
import { givenId } from '../../given-id.ts';
import { listPiece } from '../../list-piece.ts';
import { momentWords } from '../../moment-words.ts';
import { NotHere } from '../../not-here.ts';
import { page, type Reply } from '../../reply.ts';
import type { Screen } from '../../route.ts';
import { applicationCaseActs } from './application-acts.ts';

const at = (moment: string) => momentWords(moment as Parameters<typeof momentWords>[0]);

/** Every name of a piece is opened and remembered. */
const SHOWN = 100;

async function showQueue(asking: Asking): Promise<Reply> {
  const piece = listPiece(asking, { list: 'applications', size: SHOWN });
  const { applications, left } = await asking.answer(applicationAsks.queue, {
    skip: piece.from,
    limit: SHOWN,
  });
  return page(
    '申し込みの確認',
    <>
      <h1>申し込みの確認</h1>
      <p>
        コードなしの申し込みは、名簿の方かどうかを人が確かめるまでここで待ちます。自動で決まることはありません。
      </p>
      <DataTable
        caption="名簿との照合を待つ申し込み(急ぎが上、古い順)"
        columns={[
          { key: 'received', head: '受けた日時', of: ({ receivedAt }) => at(receivedAt) },
          { key: 'name', head: 'お名前', of: ({ fields }) => fields['applicant.name'] ?? '' },
          { key: 'kana', head: '読み', of: ({ fields }) => fields['applicant.kana'] ?? '' },
          {
            key: 'birth',
            head: '生年月日',
            of: ({ fields }) => dayWords(fields['applicant.birthDate'] ?? ''),
          },
          {
            key: 'urgent',
            head: '急ぎ',
            of: ({ urgent }) =>
              urgent === undefined ? '' : (callWords.urgentClasses[urgent as 'u1'] ?? urgent),
          },
        ]}
        rows={applications}
        total={left}
        piece={piece}
        keyOf={({ application }) => application}
        hrefOf={({ application }) => `/calls/applications/${application}`}
        markOf={({ urgent }) => (urgent === undefined ? undefined : 'urgent')}
        empty="照合を待つ申し込みはありません。コードなしで申し込まれると、ここに出ます。"
      />
    </>,
  );
}

const KEYS = ['kana', 'birth-date', 'phone', 'address'] as const;

/** One application beside those of the list whom it could be: every key in the same line, agreeing or not. */
async function showMatching(asking: Asking): Promise<Reply> {
  const application = givenId(asking.params, 'application');
  const [row] = (await asking.answer(applicationAsks.queue, { application })).applications;
  if (!row) throw new NotHere();
  const { fields } = row;
  const born = parseCivilDate(fields['applicant.birthDate'] ?? '');
  const candidates = await asking.answer(applicationAsks.candidates, {
    kana: fields['applicant.kana'],
    birthDate: born.ok ? born.value : undefined,
    phone: fields['applicant.phone'],
    address: fields['applicant.address'],
    building: fields['applicant.building'],
  });
  const { match, matchDiffering, refuse } = applicationCaseActs;
  const applicant = {
    kana: fields['applicant.kana'],
    'birth-date': dayWords(fields['applicant.birthDate'] ?? ''),
    phone: fields['applicant.phone'],
    address: [fields['applicant.address'], fields['applicant.building']].filter((one) => one).join(' '),
  };
  return page(
    '名簿との照合',
    <>
      <h1>名簿との照合</h1>
      {row.urgent !== undefined && (
        <Notice kind="urgent" title="急ぎの回答があります">
          <p>先に照合してください。結び付けると、緊急対応に出ます。</p>
        </Notice>
      )}
      <div className="table" role="region" aria-label="申し込みと名簿を並べた表" tabIndex={0}>
        <table className="side-by-side">
          <caption>
            申し込みと名簿の方 <span className="count">{candidates.length}名</span>
          </caption>
          <thead>
            <tr>
              <th scope="col">項目</th>
              <th scope="col">申し込み</th>
              {candidates.map(({ case: id }, index) => (
                <th key={id} scope="col">
                  名簿の方 {index + 1}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">氏名</th>
              <td>{fields['applicant.name']}</td>
              {candidates.map(({ case: id, fields: listed }) => (
                <td key={id}>{listed['identity.name'] ?? ''}</td>
              ))}
            </tr>
            {KEYS.map((key) => (
              <tr key={key}>
                <th scope="row">{callWords.keys[key]}</th>
                <td>{applicant[key] ?? ''}</td>
                {candidates.map(({ case: id, agrees, fields: listed }) => (
                  <td key={id} className={agrees.includes(key) ? 'agrees' : 'differs'}>
                    <strong>{agrees.includes(key) ? '合う' : '違う'}</strong> {listedValue(listed, key)}
                  </td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">判断</th>
              <td>
                {asking.may(refuse.row) && (
                  <ActLink of={refuse} given={{ application }} text="受けずに終える" />
                )}
              </td>
              {candidates.map((one) => (
                <td key={one.case}>
                  {one.protected ? (
                    '支援措置のため、区を通します'
                  ) : one.same ? (
                    asking.may(match.row) && (
                      <ActLink of={match} given={{ application, case: one.case }} text="この方とする" main />
                    )
                  ) : asking.may(matchDiffering.row) ? (
                    <ActLink
                      of={matchDiffering}
                      given={{ application, case: one.case }}
                      text="違うまま2人で決める"
                    />
                  ) : (
                    '項目が足りません。業務責任者ともう1人で決めます。'
                  )}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
      {candidates.length === 0 && (
        <p className="empty">
          名簿に近い方はいません。申し込んだ方に確かめるか、区に尋ねます。次の名簿が届いてから、もう一度確かめられます。
        </p>
      )}
    </>,
    { back: { text: '申し込みの確認', href: '/calls/applications' } },
  );
}

function listedValue(listed: Readonly<Record<string, string>>, key: (typeof KEYS)[number]): string {
  switch (key) {
    case 'kana':
      return listed['identity.kana'] ?? '';
    case 'birth-date':
      return dayWords(listed['identity.birthDate'] ?? '');
    case 'phone':
      return listed['contact.phone'] ?? '';
    case 'address':
      return [listed['address.address'], listed['address.building']].filter((one) => one).join(' ');
  }
}

/** `/calls/applications`: the clearing queue (CHI-8.2-1). */
export const applicationsScreen: Screen = {
  kind: 'screen',
  path: '/calls/applications',
  work: 'calls',
  title: '申し込みの確認',
  tab: 7,
  asks: [applicationAsks.queue],
  show: showQueue,
};

/** `/calls/applications/:application`. */
export const matchingScreen: Screen = {
  kind: 'screen',
  path: '/calls/applications/:application',
  work: 'calls',
  title: '名簿との照合',
  asks: [applicationAsks.queue, applicationAsks.candidates],
  show: showMatching,
};
