import type { ReactNode } from 'react';
import type { CaseId, InquiryId } from '../../../../domain/basics/ids.ts';
import type { InquiryCategory } from '../../../../domain/inquiry/categories.ts';
import { callerAsks } from '../../../../gate/inside/caller.ts';
import { inquiryActs, inquiryAsks } from '../../../../gate/inside/inquiry.ts';
import { callWords } from '../../../../programmes/words/calls.ts';
import { inquiryScripts } from '../../../../programmes/words/inquiry-scripts.ts';
import { ButtonRow, LinkButton } from '../../../kit/still/button.tsx';
import { Details } from '../../../kit/still/details.tsx';
import { Notice } from '../../../kit/still/notice.tsx';
import { ActLink } from '../../act-link.tsx';
import type { Asking } from '../../asking.ts';
import { givenId } from '../../given-id.ts';
import { momentWords } from '../../moment-words.ts';
import { NotHere } from '../../not-here.ts';
import { go } from '../../../kit/server/go.ts';
import { page, type Problem, type Reply } from '../../reply.ts';
import type { Screen, Step } from '../../route.ts';
import { enquiryActs } from './enquiry-acts.ts';
import { stateWords } from './enquiry-lists.tsx';
import { GriefSupport } from './grief-support.tsx';
import { identify, IdentifyForm } from './identify-caller.tsx';
import { SCRIPT_ACTS } from './script-acts.ts';
import { ToldValues } from './told-values.tsx';
import { callBackActs } from '../../../../gate/inside/call-back.ts';

/** One contact: who speaks, what may be told, what is said and done, and how it ends (CHI-8.14). */
async function showEnquiry(asking: Asking, problems: readonly Problem[] = []): Promise<Reply> {
  const inquiry = givenId(asking.params, 'inquiry');
  const [row] = await asking.answer(inquiryAsks.show, { inquiry });
  if (!row) throw new NotHere();
  const told = await asking.answer(callerAsks.tell, { inquiry });
  const category = row.category as InquiryCategory;
  const script = inquiryScripts[category];
  const closed = row.closedAt !== null;
  const form = (
    <IdentifyForm
      asking={asking}
      inquiry={inquiry}
      typed={problems.length > 0 ? asking.form.fields : undefined}
      problems={problems}
    />
  );
  return page(
    `問い合わせ 第${row.no}号`,
    <>
      <h1>
        {script.label} 第{row.no}号
      </h1>
      <p className="calls-state">
        {momentWords(row.openedAt)}に受けました({callWords.channels[row.channel as 'phone']})。 回答の期限:
        {momentWords(row.dueBy)}。 {stateWords(row)}。
      </p>
      {closed && row.case !== undefined && asking.link(`/cases/${row.case}`) !== undefined && (
        <p>
          <a href={`/cases/${row.case}`}>この方の記録を開く</a>
        </p>
      )}
      <Applied asking={asking} of={row.case} />
      <div className="columns">
        <section aria-labelledby="say">
          <h2 id="say">言うこと・すること</h2>
          {told.quiet && INVITES.includes(category) ? (
            <Notice kind="warn" level={3} title="この方へのご案内は止まっています">
              <p>
                ご案内・予約の話、お祝いの言葉は控えます。ご用件をうかがい、業務責任者に引き継ぎます。理由は尋ねません。
              </p>
            </Notice>
          ) : (
            <>
              <blockquote className="script">{script.says}</blockquote>
              <p>{script.does}</p>
            </>
          )}
          {category === 'loss' && <GriefSupport asking={asking} />}
          {!closed && (
            <Acts asking={asking} inquiry={inquiry} category={category} of={row.case} may={told.may} />
          )}
          <Heard fields={row.fields} />
        </section>
        <section aria-labelledby="who">
          <h2 id="who">どなたですか</h2>
          <Identity level={told.level} caller={told.caller} known={row.case !== undefined} />
          <h3>この電話で伝えてよいこと</h3>
          <ul>
            {told.may.map((what) => (
              <li key={what}>{callWords.mayTell[what]}</li>
            ))}
          </ul>
          <ToldValues told={told.told} />
          {!closed && (row.case === undefined || problems.length > 0) && form}
          {!closed && row.case !== undefined && problems.length === 0 && told.level < 3 && (
            <Details summary="もう一度確かめる">{form}</Details>
          )}
        </section>
      </div>
    </>,
    {
      back: { text: '対応中の問い合わせ', href: '/calls/open' },
      problems,
      ...(problems.length > 0 ? { status: 422 } : {}),
    },
  );
}

/** After an application: that it is in, and whom to call first when an answer was a sign of danger (domain.md 2.5). */
function Applied({ asking, of }: { readonly asking: Asking; readonly of: CaseId | undefined }): ReactNode {
  const applied = asking.query.get('applied');
  if (applied !== 'yes' && applied !== 'danger') return null;
  const booking = asking.desk.house.parts.commands.get('booking.make');
  return (
    <>
      {applied === 'danger' && (
        <Notice kind="urgent" title="電話を切る前に: すぐに病院または119へ">
          <p>
            早く診てもらったほうがよい答えがあります。かかっている病院にすぐ電話すること、つながらないときは119に電話することを伝えます。
            <a href="/calls/urgent">緊急対応</a>に出ているものは、続けて区へ電話します。
          </p>
        </Notice>
      )}
      <Notice kind="success" title="申し込みを受けました">
        <p>回答は保存され、この画面からは開けません。</p>
        {of !== undefined && booking && asking.may(booking) && (
          <ButtonRow>
            <LinkButton text="続けて予約を入れる" href={`/do/booking.make?case=${of}`} />
          </ButtonRow>
        )}
      </Notice>
    </>
  );
}

/** Scripts with a word that would hurt after a loss, or that invite somebody who wants no contact. */
const INVITES: readonly InquiryCategory[] = ['application', 'change', 'place', 'move', 'birth', 'package'];

const HEARD = [
  ['inquiry.words', '内容'],
  ['inquiry.name', '名乗られた名前'],
  ['inquiry.phone', 'かけ直す番号'],
  ['inquiry.answer', '答えた内容'],
] as const;

/** What was said in this contact, and answered. */
function Heard({ fields }: { readonly fields: Readonly<Record<string, string>> }): ReactNode {
  const said = HEARD.filter(([name]) => fields[name]);
  if (said.length === 0) return null;
  return (
    <>
      <h2>お話の内容</h2>
      <dl className="facts">
        {said.map(([name, term]) => (
          <div key={name} className="contact">
            <dt>{term}</dt>
            <dd>{fields[name]}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Identity({
  level,
  caller,
  known,
}: {
  readonly level: number;
  readonly caller: keyof typeof callWords.callers;
  readonly known: boolean;
}): ReactNode {
  if (!known) {
    return (
      <Notice kind="info" level={3} title="まだ確認していません">
        <p>ご利用かどうかを含めて、どなたのことも答えません。</p>
      </Notice>
    );
  }
  const full = caller === 'herself' && level === 3;
  return (
    <Notice
      kind={full ? 'success' : 'warn'}
      level={3}
      title={`${callWords.callers[caller]} - 3項目のうち${level}つが合いました`}
    >
      <p>{full ? 'ご本人のことを伝えられます。' : callWords.toCaller[caller]}</p>
    </Notice>
  );
}

/** What the script leads to, and how this contact is written down. What she may not do is not offered. */
function Acts({
  asking,
  inquiry,
  category,
  of,
  may,
}: {
  readonly asking: Asking;
  readonly inquiry: InquiryId;
  readonly category: InquiryCategory;
  readonly of: CaseId | undefined;
  readonly may: readonly string[];
}): ReactNode {
  const { commands } = asking.desk.house.parts;
  const herself = may.includes('contact');
  const offered = SCRIPT_ACTS[category].flatMap((one) => {
    const row = commands.get(one.row);
    if (!row || !asking.may(row)) return [];
    if (one.row.startsWith('inquiry.')) return [{ ...one, href: `/do/${one.row}?inquiry=${inquiry}` }];
    if (of === undefined || (one.herself && !herself)) return [];
    return [{ ...one, href: `/do/${one.row}?case=${of}` }];
  });
  const hidden = SCRIPT_ACTS[category].some(({ row }) => !row.startsWith('inquiry.')) && of === undefined;
  const waits = !hidden && !herself && SCRIPT_ACTS[category].some((one) => one.herself);
  const applies = category === 'application' && !asking.query.has('applied');
  const opens = of !== undefined && herself;
  return (
    <>
      {hidden && (
        <p>
          どなたのことかを確かめると、ここに手続きが出ます。停止や流産・死産等は、どなたからの申し出でも受けます。確かめられないときは、上の検索で対象者を開いて止められます。
        </p>
      )}
      {waits && <p>ご本人の3項目がそろうまで、変更の手続きはできません。</p>}
      {(applies || opens || offered.length > 0) && (
        <ButtonRow>
          {applies && (
            <LinkButton
              text="申し込みとアンケートを入力する"
              href={`/calls/enquiries/${inquiry}/application`}
            />
          )}
          {offered.map(({ row, text, href }) => (
            <LinkButton
              key={row}
              text={text}
              href={href}
              kind={row.startsWith('inquiry.') ? 'plain' : 'main'}
            />
          ))}
          {opens && <LinkButton text="対象者の画面" href={`/cases/${of}`} kind="plain" />}
        </ButtonRow>
      )}
      <h2>記録する</h2>
      <div className="calls-record">
        <ActLink of={enquiryActs.answer} given={{ inquiry }} text="答えたこと" />
        <ActLink of={enquiryActs.escalate} given={{ inquiry }} />
        <ActLink of={enquiryActs.categorise} given={{ inquiry }} text="用件を変える" />
        {of !== undefined &&
          category !== 'loss' &&
          category !== 'stop' &&
          asking.may(callBackActs.request) && (
            <a className="button plain small" href={`/do/${callBackActs.request.name}?case=${of}`}>
              折り返しを約束する
            </a>
          )}
        <ActLink of={enquiryActs.close} given={{ inquiry }} />
      </div>
    </>
  );
}

/** `/calls/enquiries/:inquiry`. */
export const enquiryScreen: Screen = {
  kind: 'screen',
  path: '/calls/enquiries/:inquiry',
  work: 'calls',
  title: '問い合わせ',
  asks: [inquiryAsks.show, callerAsks.tell],
  show: (asking) => showEnquiry(asking),
};

/** The answer of the three points. */
export const identifyStep: Step = {
  kind: 'step',
  path: '/calls/enquiries/:inquiry/caller',
  work: 'calls',
  needs: [callerAsks.find, inquiryActs.identify],
  handle: async (asking) => {
    const inquiry = givenId(asking.params, 'inquiry');
    const problems = await identify(asking, inquiry);
    return problems.length > 0 ? showEnquiry(asking, problems) : go(`/calls/enquiries/${inquiry}`);
  },
};
