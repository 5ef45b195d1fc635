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
export function framed(
  { portal, words, language, here, again }: Framing,
  { title, body, back, problems = [], frame }: PageReply,
): string {
  const { site } = words;
  const { assets, shows, tryout } = portal;
  const bare = frame === 'bare';
  const markup = renderToStaticMarkup(
    <Page
      lang={LANG_TAG[language]}
      title={problems.length > 0 ? fill(site.errorTitle, { title }) : title}
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
          href: `/language/${one}?to=${encodeURIComponent(here)}`,
          current: one === language,
        })),
      }}
      leave={{ text: site.leave, action: '/leave', to: shows.exit }}
      always={bare ? undefined : { label: site.stop, items: [{ text: site.stop, href: '/stop' }] }}
      back={back === undefined ? undefined : { text: site.back, href: back }}
      footer={bare ? undefined : footerOf(portal, words)}
    >
      <ErrorSummary
        title={site.errorsTitle}
        errors={problems.map(({ field, text }) => ({ for: field, text }))}
      />
      {again?.stage === 'open' && <Again portal={portal} words={words} own={again.own} />}
      {body}
    </Page>,
  );
  return `<!doctype html>${markup}`;
}

/** `here`: where a change of language leads back to. `again`: her session, when she goes on another time. */
export type Framing = {
  readonly portal: Portal;
  readonly words: PortalWords;
  readonly language: PortalLanguage;
  readonly here: string;
  readonly again?: Session | undefined;
};

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
