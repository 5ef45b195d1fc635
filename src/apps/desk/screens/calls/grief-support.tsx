import type { ReactNode } from 'react';
import { wardCallOrder } from '../../../../domain/urgent/ward-call-order.ts';
import { urgentAsks } from '../../../../gate/inside/urgent.ts';
import { callWords } from '../../../../programmes/words/calls.ts';
import { Notice } from '../../../kit/still/notice.tsx';
import type { Asking } from '../../asking.ts';

/** What can be offered after a loss, in the words that the ward approved, and whom of the ward to call now (CHI-8.14-5). */
export function GriefSupport({ asking }: { readonly asking: Asking }): ReactNode {
  const grief = asking.desk.programme.portal?.words.ja.grief;
  const [first, ...then] = wardCallOrder(asking.now, asking.desk.house.parts.rules.urgent);
  return (
    <>
      <p>
        理由や経過は尋ねません。お祝いや「次は」という言葉は使いません。沈黙があっても待ちます。
        ご希望のときだけ、次の相談先を伝えます。
      </p>
      {grief && (
        <dl className="facts">
          {grief.contacts.map(({ name, about, phone, hours }) => (
            <div key={name} className="contact">
              <dt>{name}</dt>
              <dd>
                {about} <span className="number">{phone}</span>({hours})
              </dd>
            </div>
          ))}
        </dl>
      )}
      {first !== undefined && asking.may(urgentAsks.open) && (
        <Notice kind="urgent" level={3} title="電話が終わったら、すぐに区へ報告します">
          <p>
            いま最初にかける先: <strong>{callWords.wardFunctions[first] ?? first}</strong>
            {then.length > 0 && `(次に ${then.map((one) => callWords.wardFunctions[one] ?? one).join('、')})`}
            。 かけた時刻と結果は <a href="/calls/urgent">緊急対応</a> に記録します。
          </p>
        </Notice>
      )}
    </>
  );
}
