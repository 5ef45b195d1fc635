import type { ReactNode } from 'react';
import { Button, ButtonRow, LinkButton } from '../../src/apps/kit/still/button.tsx';
import { Choices } from '../../src/apps/kit/still/choices.tsx';
import { Countdown } from '../../src/apps/kit/still/countdown.tsx';
import { DateFields } from '../../src/apps/kit/still/date-fields.tsx';
import { DayList, type FreeDay } from '../../src/apps/kit/still/day-list.tsx';
import { Details } from '../../src/apps/kit/still/details.tsx';
import { ErrorSummary } from '../../src/apps/kit/still/error-summary.tsx';
import { Field } from '../../src/apps/kit/still/field.tsx';
import { Form } from '../../src/apps/kit/still/form.tsx';
import { MonthCalendar, type CalendarDay } from '../../src/apps/kit/still/month-calendar.tsx';
import { Notice } from '../../src/apps/kit/still/notice.tsx';
import { Page } from '../../src/apps/kit/still/page.tsx';
import { Progress } from '../../src/apps/kit/still/progress.tsx';
import { Prose } from '../../src/apps/kit/still/prose.tsx';
import { Receipt } from '../../src/apps/kit/still/receipt.tsx';
import { Ruby } from '../../src/apps/kit/still/ruby.tsx';
import { SummaryList } from '../../src/apps/kit/still/summary-list.tsx';
import { Telephone } from '../../src/apps/kit/still/telephone.tsx';
import { TextArea } from '../../src/apps/kit/still/text-area.tsx';
import { Views } from '../../src/apps/kit/still/views.tsx';

/** Where leaving quickly leads: another origin, as in life. */
export const ELSEWHERE = 'http://elsewhere.example/';

/** Every piece of the kit in every state, page by page; only tests serve it. */
export const GALLERY: Readonly<Record<string, () => ReactNode>> = {
  '/date': () => (
    <Frame>
      <DateQuestion />
    </Frame>
  ),
  '/date-wrong': () => (
    <Frame>
      <ErrorSummary
        title="もう一度ご確認ください"
        errors={[{ text: '生まれた年を4けたで入力してください。', for: 'born' }]}
      />
      <DateQuestion error="生まれた年を4けたで入力してください。例 1992" />
    </Frame>
  ),
  '/choices': () => (
    <Frame>
      <Questions />
    </Frame>
  ),
  '/choices-wrong': () => (
    <Frame>
      <ErrorSummary
        title="3か所をもう一度ご確認ください"
        errors={[
          { text: 'お会いする場所を選んでください。', for: 'where' },
          { text: 'あてはまるものを選んでください。', for: 'needs' },
          { text: '電話番号の数字が足りないようです。', for: 'telephone' },
        ]}
      />
      <Questions error="一つ選んでください。あとで変えられます。" />
    </Frame>
  ),
  '/times': () => (
    <Frame>
      <h1>
        <Ruby text="お{会|あ}いする日と{時間|じかん}" />
      </h1>
      <TimeViews at="list" />
      <Form action="/times">
        <DayList name="slot" level={2} days={DAYS} />
      </Form>
    </Frame>
  ),
  '/calendar': () => (
    <Frame>
      <h1>お会いする日と時間</h1>
      <TimeViews at="calendar" />
      <MonthCalendar
        caption="2026年9月"
        legend="上が午前、下が午後。○ は空きがあります。"
        weekdays={['日', '月', '火', '水', '木', '金', '土'].map((text) => ({ text, spoken: `${text}曜日` }))}
        weeks={monthOf(CALENDAR_DAYS)}
      />
    </Frame>
  ),
  '/check': () => (
    <Frame>
      <h1>内容をお確かめください</h1>
      <Countdown
        text="この時間を10時25分までお取りしています。"
        running="この時間をお取りしています。あと {m}分{s}秒"
        over="お取りしていた時間が過ぎました。もう一度お選びください。"
        seconds={125}
      />
      <SummaryList
        rows={[
          {
            term: '日時',
            answer: '2026年9月14日(月)10:00',
            change: { text: '変更する', context: '日時', href: '/times' },
          },
          {
            term: '場所',
            answer: '東京都千代田区九段南一丁目2番1号\n見本マンション 101号室',
            lang: 'ja',
            change: { text: '変更する', context: '場所', href: '/choices' },
          },
          { term: 'ご連絡先', answer: 'verylongaddressthatdoesnotbreakanywhere@mail.example.jp' },
        ]}
      />
      <Form action="/done">
        <ButtonRow>
          <Button text="この内容で送る" />
          <Button text="やめて、あとで続ける" kind="plain" action="/slow" />
          <LinkButton text="最初に戻る" kind="quiet" href="/" />
        </ButtonRow>
      </Form>
    </Frame>
  ),
  '/done': () => (
    <Frame bare>
      <h1>お申し込みを受け付けました</h1>
      <Receipt label="受付番号" number="K7M2-4QX9" hint="お問い合わせのときにお知らせください。" />
      <Notice kind="success" title="送信できました">
        <p>確認のメールをお送りします。</p>
      </Notice>
      <ButtonRow>
        <LinkButton text="予定を保存する" kind="plain" href="/plan.ics" download="plan.ics" />
      </ButtonRow>
    </Frame>
  ),
  '/telling': () => (
    <Frame>
      <h1>お知らせの箱</h1>
      <Notice kind="info" title="ご案内">
        <p>途中でやめても、続きから始められます。</p>
      </Notice>
      <Notice kind="warn" title="ご注意ください">
        <p>予定日と同じ日です。変わることがあります。</p>
      </Notice>
      <Notice kind="urgent" title="すぐにお電話ください">
        <Telephone label="病院" number="03-0000-0000" />
      </Notice>
      <Notice kind="success" title="保存しました" level={3} />
      <Prose
        text={[
          '{申|もう}し{込|こ}みは3{分|ぷん}ほどで{終|お}わります。',
          '- お{手元|てもと}の{手紙|てがみ}をご{用意|ようい}ください。',
          '- {途中|とちゅう}で{休|やす}んでも、{続|つづ}きから{始|はじ}められます。',
          'わからないことは、お{電話|でんわ}でお{聞|き}きください。',
        ]}
      />
      <Details summary="なぜ聞くのですか">
        <p>安全にお会いするためです。</p>
      </Details>
      <ul>
        <li>
          <a href="/times">
            <Ruby text="{日|ひ}と{時間|じかん}を{変|か}える" />
          </a>
        </li>
        <li>
          <a href="/stop">引っ越しを知らせる</a>
        </li>
      </ul>
      <p>
        <a href="/calendar">番号が分からないとき</a>
      </p>
      <LinkButton
        text="{予定|よてい}をカレンダーに{入|い}れる({予定|よてい}とだけ{出|で}ます)"
        kind="plain"
        href="/plan.ics"
      />
      <Form action="/stop">
        <ButtonRow>
          <Button text="連絡を止める" kind="grave" />
          <Button text="止めない" kind="plain" />
        </ButtonRow>
      </Form>
    </Frame>
  ),
};

function Frame({ children, bare }: { readonly children: ReactNode; readonly bare?: boolean }): ReactNode {
  return (
    <Page
      lang="ja"
      title="千代田区からのご案内"
      stylesheet="/still.css"
      script="/portal.js"
      skip="本文へ"
      specimen="見本"
      name="千代田区からのご案内"
      languages={{
        label: '{言語|げんご}を選ぶ',
        items: [
          { text: '日本語', lang: 'ja', href: '?lang=ja', current: true },
          { text: 'やさしい{日本語|にほんご}', lang: 'ja', href: '?lang=easy', current: false },
          { text: 'English', lang: 'en', href: '?lang=en', current: false },
          { text: '简体中文', lang: 'zh-Hans', href: '?lang=zh', current: false },
          { text: '한국어', lang: 'ko', href: '?lang=ko', current: false },
        ],
      }}
      leave={{ text: 'このページを離れる', action: '/leave', hidden: { csrf: 'x' }, to: ELSEWHERE }}
      always={{
        label: 'いつでもできること',
        items: [{ text: '連絡を止めたいとき・おつらいことがあったとき', href: '/stop' }],
      }}
      back={bare ? undefined : { text: '前に戻る', href: '/back' }}
      footer={{
        heading: 'お電話でのお問い合わせ',
        telephone: { label: '見本センター', number: '03-0000-0000', hours: '平日 9:00〜17:00' },
        links: [
          { text: 'ウェブアクセシビリティ', href: '/accessibility' },
          { text: '個人情報の取扱い', href: '/privacy' },
        ],
        owner: '千代田区 見本課',
      }}
    >
      {bare ? null : <Progress text="3 / 7 お住まい" at={3} of={7} />}
      {children}
    </Page>
  );
}

function DateQuestion({ error }: { readonly error?: string }): ReactNode {
  return (
    <Form action="/date">
      <DateFields
        name="born"
        label="ご本人の{生年月日|せいねんがっぴ}"
        heading
        hint="例 1992 年 4 月 8 日"
        parts={{ year: '年', month: '月', day: '日' }}
        error={error}
        wrong={['year']}
        value={error === undefined ? undefined : { year: '92', month: '4', day: '8' }}
        autoComplete="bday"
      >
        <Details summary="昭和・平成で数えるとき">
          <p>昭和60年は1985年、平成4年は1992年です。</p>
        </Details>
      </DateFields>
      <ButtonRow>
        <Button text="次へ" />
      </ButtonRow>
    </Form>
  );
}

function Questions({ error }: { readonly error?: string }): ReactNode {
  return (
    <Form action="/choices" hidden={{ once: '1' }}>
      <Choices
        pick="one"
        name="where"
        label="どこでお会いしますか"
        heading
        hint="体調に合わせて選べます。"
        error={error}
        options={[
          { value: 'home', label: 'ご自宅', hint: '約1時間です。', checked: error === undefined },
          {
            value: 'online',
            label: 'オンライン(里帰りなどでお留守のとき)',
            note: (
              <Field
                name="until"
                label="いつまでお留守ですか"
                hint="わからなければ空けておいてください。"
                width="middle"
              />
            ),
          },
          { value: 'call', label: '電話', disabled: true, hint: 'オンラインが難しいときだけ選べます。' },
        ]}
      />
      <Choices
        pick="many"
        name="needs"
        label="お手伝いできること"
        mark="任意"
        error={error}
        options={[
          { value: 'interpreter', label: '通訳', checked: true, note: <p>通訳が一緒に伺います。</p> },
          { value: 'en', label: 'English', lang: 'en' },
        ]}
      />
      <Field
        name="telephone"
        label="電話番号"
        mark="必須"
        hint="ハイフンはなくてもかまいません。"
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        width="middle"
        value={error === undefined ? undefined : '090'}
        error={error}
      />
      <Field name="code" label="お手紙の番号" exact width="middle" />
      <TextArea name="words" label="ほかに伝えたいこと" mark="任意" error={error} />
      <ButtonRow>
        <Button text="次へ" />
      </ButtonRow>
    </Form>
  );
}

function TimeViews({ at }: { readonly at: 'list' | 'calendar' }): ReactNode {
  return (
    <Views
      label="表示のしかた"
      views={[
        { text: '日ごとの一覧', href: '/times', current: at === 'list' },
        { text: 'カレンダー', href: '/calendar', current: at === 'calendar' },
      ]}
    />
  );
}

const DAYS: readonly FreeDay[] = ['9月14日(月)', '9月15日(火)', '9月16日(水)'].map((heading, index) => ({
  id: `d${index}`,
  heading,
  note: index === 1 ? '予定日と同じ日です。' : undefined,
  folded: index === 2,
  parts: [
    {
      label: '午前',
      times: index === 1 ? [] : ['9:00', '10:00', '11:00'].map((text) => time(heading, '午前', text)),
      none: '空きはありません',
    },
    {
      label: '午後',
      times: [
        ...['13:00', '14:00', '15:00'].map((text) => time(heading, '午後', text)),
        { text: '16:00', spoken: `${heading} 午後 16:00`, note: 'お電話で' },
      ],
    },
  ],
}));

function time(day: string, part: string, text: string) {
  const id = `${day} ${text}`;
  return { value: id, text, spoken: `${day} ${part} ${text}`, chosen: id === '9月14日(月) 10:00' };
}

const CALENDAR_DAYS: readonly CalendarDay[] = Array.from({ length: 30 }, (_, index) => {
  const day = index + 1;
  const weekend = index % 7 === 4 || index % 7 === 5;
  const morning = !weekend && index > 6 && index % 3 !== 0;
  const afternoon = !weekend && index > 6 && index % 4 !== 0;
  return {
    day: String(day),
    spoken: `9月${day}日`,
    href: morning || afternoon ? `/times#d${index}` : undefined,
    chosen: day === 14,
    parts: weekend
      ? []
      : [
          {
            text: morning ? '前○' : '前–',
            spoken: morning ? '午前 空きあり' : '午前 空きなし',
            free: morning,
          },
          {
            text: afternoon ? '後○' : '後–',
            spoken: afternoon ? '午後 空きあり' : '午後 空きなし',
            free: afternoon,
          },
        ],
  };
});

/** September 2026 begins on a Tuesday. */
function monthOf(days: readonly CalendarDay[]): readonly (readonly (CalendarDay | undefined)[])[] {
  const cells = [undefined, undefined, ...days, undefined, undefined, undefined];
  return Array.from({ length: cells.length / 7 }, (_, row) => cells.slice(row * 7, row * 7 + 7));
}
