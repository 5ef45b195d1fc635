import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { LANG_TAG, PORTAL_LANGUAGES, type PortalLanguage } from '../../domain/portal/language.ts';
import { LANGUAGE_NAMES, type PortalWords } from '../../programmes/portal-words.ts';
import { ErrorSummary } from '../kit/still/error-summary.tsx';
import type { OwnPart } from '../../domain/portal/own-part.ts';
import type { Session } from '../../gate/outside/outside-gate.ts';
import { Notice } from '../kit/still/notice.tsx';
import { Page } from '../kit/still/page.tsx';
import { Prose } from '../kit/still/prose.tsx';
import { fill } from './fill.ts';
import type { Portal } from './portal.ts';
import type { PageReply } from './reply.ts';

/** A page as text, with what stands around every page: language, leaving, stopping, and whom to call (ui.md). */
export function framed(framing: Framing, { title, body, back, problems = [], frame }: PageReply): string {
  const { portal, words, language, here, again } = framing;
  const { site } = words;
  const around = aroundOf(portal, {
    words,
    language,
    title: problems.length > 0 ? fill(site.errorTitle, { title }) : title,
    back,
    bare: frame === 'bare',
  });
  const within = renderToStaticMarkup(
    <>
      <ErrorSummary
        title={site.errorsTitle}
        errors={problems.map(({ field, text }) => ({ for: field, text }))}
      />
      {again?.stage === 'open' && <Again portal={portal} words={words} own={again.own} />}
      {body}
    </>,
  );
  // What a person wrote comes last: nothing is looked for in it.
  return around.replaceAll(HERE, attribute(encodeURIComponent(here))).replace(WITHIN, () => within);
}

/** `here`: where a change of language leads back to. `again`: her session, when she goes on another time. */
export type Framing = {
  readonly portal: Portal;
  readonly words: PortalWords;
  readonly language: PortalLanguage;
  readonly here: string;
  readonly again?: Session | undefined;
};

type Around = Pick<Framing, 'words' | 'language'> & {
  readonly title: string;
  readonly back: string | undefined;
  readonly bare: boolean;
};

/** Stand for the address of the page and for its content; in no words and in no address of ours. */
const HERE = '\uE000';
const WITHIN = '\uE001';

/** More than all pages have in all languages; one takes some kilobytes. */
const MOST = 600;

const made = new WeakMap<Portal, Map<string, string>>();

/** What stands around a page is the same for everybody: made once for each title, way back and language. */
function aroundOf(portal: Portal, around: Around): string {
  const known = made.get(portal) ?? new Map<string, string>();
  made.set(portal, known);
  const key = [around.language, around.bare, around.back ?? '', around.title].join('\n');
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= MOST) known.clear();
  const fresh = `<!doctype html>${renderToStaticMarkup(<WholePage portal={portal} {...around} />)}`;
  known.set(key, fresh);
  return fresh;
}

function WholePage(props: Around & { readonly portal: Portal }): ReactNode {
  const { portal, words, language, title, back, bare } = props;
  const { site } = words;
  const { assets, shows, tryout } = portal;
  return (
    <Page
      lang={LANG_TAG[language]}
      title={title}
      stylesheet={assets.stylesheet}
      script={assets.script}
      skip={site.skipToContent}
      specimen={tryout ? site.sample : undefined}
      name={site.name}
      languages={{
        label: site.language,
        items: PORTAL_LANGUAGES.map((one) => ({
          text: LANGUAGE_NAMES[one],
          lang: LANG_TAG[one],
          href: `/language/${one}?to=${HERE}`,
          current: one === language,
        })),
      }}
      leave={{ text: site.leave, action: '/leave', to: shows.exit }}
      always={bare ? undefined : { label: site.stop, items: [{ text: site.stop, href: '/stop' }] }}
      back={back === undefined ? undefined : { text: site.back, href: back }}
      footer={bare ? undefined : footerOf(portal, words)}
    >
      {WITHIN}
    </Page>
  );
}

/** The one sign that a written-out address may hold and an attribute may not. */
function attribute(address: string): string {
  return address.replaceAll("'", '&#x27;');
}

/** What she answered alone is gone with the session it was given in; all else is there. */
function Again({
  portal,
  words: { saved },
  own,
}: Pick<Framing, 'portal' | 'words'> & { readonly own: OwnPart }): ReactNode {
  const pastAlone = own.pages > portal.asked.pages.length;
  return (
    <Notice kind="info" title={saved.again}>
      <Prose text={[saved.againText, ...(pastAlone ? saved.text.slice(1) : [])]} />
    </Notice>
  );
}

function footerOf({ shows }: Portal, { site, status }: PortalWords) {
  return {
    heading: site.callUs,
    telephone: { label: site.office, number: shows.phone, hours: site.hours },
    links: [
      { text: site.enquiry, href: '/enquiry' },
      { text: site.privacy, href: '/privacy' },
      { text: site.accessibility, href: '/accessibility' },
      { text: status.title, href: '/status' },
    ],
  };
}
