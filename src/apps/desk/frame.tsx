import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { DeskSession } from '../../gate/sign-in/read-session.ts';
import { maskedToken } from '../kit/server/csrf.ts';
import { ROLE_WORDS } from '../../programmes/words/role-names.ts';
import { ErrorSummary } from '../kit/still/error-summary.tsx';
import { dayWords } from './day-words.ts';
import type { Desk } from './desk.ts';
import type { PageReply } from './reply.ts';
import { mayOpen } from './may-open.ts';
import { mayUse } from './rights.ts';
import type { DeskRoute } from './route.ts';
import { returnPath } from './screens/door/return-path.ts';
import { ROUTES } from './routes.ts';
import { screensOf } from './screens-of.ts';
import { WORK_WORDS, type Work } from './work.ts';

/** What stands around every page: rail by work, search, who is here, lock; and what was just done. */
export function framed(
  { desk, who, name, path, route }: Framing,
  { title, body, back, problems = [] }: PageReply,
): string {
  const open = who && who.needs === undefined ? who : undefined;
  const { assets, programme, tryout } = desk;
  const work = route && route.kind !== 'door' ? route.work : undefined;
  const did = new URLSearchParams(path.split('?')[1] ?? '').get('did');
  const markup = renderToStaticMarkup(
    <html lang="ja">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="format-detection" content="telephone=no,date=no,address=no" />
        <title>{`${problems.length > 0 ? '確認: ' : ''}${title} - みまもり`}</title>
        {assets.stylesheets.map((href, nth) => (
          // The library of the pieces that behave writes a style of its own unless somebody of this name is there.
          <link
            key={href}
            rel="stylesheet"
            href={href}
            id={nth === 0 ? 'react-aria-pressable-style' : undefined}
          />
        ))}
        <link rel="icon" href={assets.icon} />
        <script src={assets.script} defer />
      </head>
      <body
        className={open ? 'desk' : 'desk door'}
        data-live={open ? assets.live : undefined}
        data-token={open ? tokenOf(desk, open) : undefined}
        data-idle={open ? desk.house.parts.rules.access.signIn.session.idleMinutes : undefined}
      >
        <a className="skip" href="#main">
          本文へ
        </a>
        {tryout && (
          <aside className="specimen" aria-label="見本">
            見本 — お試しの町です。本物の情報を入れないでください。
          </aside>
        )}
        <header className="bar">
          <a className="name" href="/">
            みまもり
          </a>
          <span className="programme">{programme.title}</span>
          {open && <Search desk={desk} who={open} />}
          {open && <Who desk={desk} who={open} name={name} path={path} />}
        </header>
        {open && <Rail desk={desk} who={open} current={work} />}
        <main id="main" tabIndex={-1}>
          {back && (!open || mayOpen(desk, open, back.href)) && (
            <a className="back" href={back.href}>
              {back.text}
            </a>
          )}
          <Did name={did} />
          <ErrorSummary
            title="入力を確かめてください"
            errors={problems.map(({ field, text }) => ({ for: field ?? 'main', text }))}
          />
          {open && route && <Tabs desk={desk} who={open} route={route} />}
          {body}
        </main>
        <p className="heard" id="said" role="status" aria-live="polite" />
      </body>
    </html>,
  );
  return `<!doctype html>${markup}`;
}

export type Framing = {
  readonly desk: Desk;
  readonly who: DeskSession | undefined;
  /** What she is called. */
  readonly name?: string | undefined;
  /** With its search part. */
  readonly path: string;
  readonly route: DeskRoute | undefined;
};

function Rail({
  desk,
  who,
  current,
}: {
  readonly desk: Desk;
  readonly who: DeskSession;
  readonly current: Work | undefined;
}): ReactNode {
  const screens = screensOf(desk, who);
  return (
    <nav className="rail" aria-label="仕事">
      <ul>
        {WORKS.map((work) => {
          const first = screens
            .filter((screen) => screen.work === work)
            .toSorted((a, b) => (a.tab ?? 0) - (b.tab ?? 0))[0];
          return (
            first && (
              <li key={work}>
                <a href={first.path} aria-current={work === current ? 'true' : undefined}>
                  {WORK_WORDS[work]}
                </a>
              </li>
            )
          );
        })}
      </ul>
    </nav>
  );
}

const WORKS = Object.keys(WORK_WORDS) as readonly Work[];

/** The other pages of the same work. */
function Tabs({
  desk,
  who,
  route,
}: {
  readonly desk: Desk;
  readonly who: DeskSession;
  readonly route: DeskRoute;
}): ReactNode {
  if (route.kind !== 'screen') return null;
  const beside = screensOf(desk, who)
    .filter(({ work }) => work === route.work)
    .toSorted((a, b) => (a.tab ?? 0) - (b.tab ?? 0));
  if (beside.length < 2) return null;
  return (
    <nav className="tabs" aria-label={WORK_WORDS[route.work]}>
      <ul>
        {beside.map((screen) => (
          <li key={screen.path}>
            <a href={screen.path} aria-current={screen.path === route.path ? 'page' : undefined}>
              {screen.title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Words about a person never stand in an address: the search is sent. */
function Search({ desk, who }: { readonly desk: Desk; readonly who: DeskSession }): ReactNode {
  const question = desk.house.parts.questions.get('person.search');
  if (!question || !mayUse(desk, who, question)) return null;
  return (
    <form method="post" action="/search" role="search" className="search">
      <input type="hidden" name="token" defaultValue={tokenOf(desk, who)} />
      <label htmlFor="search" className="heard">
        対象者を探す(氏名、カナ、生年月日、電話、番号、用紙の記号)
      </label>
      <input
        id="search"
        name="words"
        type="search"
        placeholder="対象者を探す( / )"
        autoComplete="off"
        spellCheck={false}
      />
    </form>
  );
}

function Who({
  desk,
  who,
  name,
  path,
}: Pick<Framing, 'desk' | 'name' | 'path'> & { readonly who: DeskSession }): ReactNode {
  return (
    <div className="who">
      <span>
        {dayWords(desk.house.parts.now().slice(0, 10))} {name !== undefined && <strong>{name}</strong>}{' '}
        {who.roles.map((role) => ROLE_WORDS[role]).join('・')}
      </span>
      {who.remind && <a href="/own/password?to=%2Fown">パスワードの期限が近づいています</a>}
      <a href="/own">自分の設定</a>
      <form method="post" action="/lock" id="lock">
        <input type="hidden" name="token" defaultValue={tokenOf(desk, who)} />
        <input type="hidden" name="to" defaultValue={returnPath(path)} />
        <button type="submit" className="quiet">
          ロック
        </button>
      </form>
      <form method="post" action="/sign-out" data-leaves="">
        <input type="hidden" name="token" defaultValue={tokenOf(desk, who)} />
        <button type="submit" className="quiet">
          終了
        </button>
      </form>
    </div>
  );
}

/** What was done a moment ago; the record of it stands in the timeline and the log. */
function Did({ name }: { readonly name: string | null }): ReactNode {
  const done =
    name === null ? undefined : ROUTES.find((route) => route.kind === 'act' && route.name === name);
  if (done?.kind !== 'act') return null;
  return (
    <div className="notice success did" role="status">
      <p>{done.done}</p>
    </div>
  );
}

function tokenOf(desk: Desk, { csrf }: DeskSession): string {
  return maskedToken(csrf, desk.chance(Buffer.byteLength(csrf)));
}
