import { ButtonRow, LinkButton } from '../../kit/still/button.tsx';
import { Prose } from '../../kit/still/prose.tsx';
import { Ruby } from '../../kit/still/ruby.tsx';
import type { OpenAsk } from '../ask.ts';
import type { PageReply } from '../reply.ts';
import { go } from '../../kit/server/go.ts';
import type { Route } from '../route.ts';
import { Stage } from '../stage.tsx';
import { nextOf, pathOf } from '../where.ts';
import { elsewhere } from '../where.ts';

/** What this is, who asks, for what, who will see it: read before anything is asked (B-15). */
export const aboutRoute: Route = {
  method: 'GET',
  path: '/about',
  needs: 'open',
  handle: (ask) => {
    const other = elsewhere(ask.portal, ask.session, 'about');
    return other ? go(other) : aboutPage(ask);
  },
};

function aboutPage({ portal, session, words: { about, site }, words }: OpenAsk): PageReply {
  const next = nextOf(portal, session);
  const first = next.step === 'about';
  const to = first ? (session.inside.registered ? '/consent' : '/contact') : pathOf(next);
  return {
    reply: 'page',
    title: about.title,
    body: (
      <>
        <Stage words={words} step="about" heading={about.heading} />
        <Prose text={about.intro} />
        {about.points.map(({ heading, text }) => (
          <section key={heading}>
            <h2>
              <Ruby text={heading} />
            </h2>
            <Prose text={text} />
          </section>
        ))}
        <ButtonRow>
          <LinkButton text={first ? about.start : about.continue} href={to} />
        </ButtonRow>
        <p>
          <a href="/privacy">
            <Ruby text={site.privacy} />
          </a>
        </p>
      </>
    ),
  };
}
