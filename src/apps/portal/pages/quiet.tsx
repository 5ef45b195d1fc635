import { Notice } from '../../kit/still/notice.tsx';
import { Prose } from '../../kit/still/prose.tsx';
import { Ruby } from '../../kit/still/ruby.tsx';
import { Telephone } from '../../kit/still/telephone.tsx';
import type { Ask, OpenAsk } from '../ask.ts';
import type { PageReply } from '../reply.ts';

/** After a loss: words and contacts that the ward approved, and nothing else on that link (CHI-8.14-5, design.md 4). */
export function griefPage({ words }: Ask): PageReply {
  const { grief } = words;
  return {
    reply: 'page',
    title: grief.title,
    frame: 'bare',
    body: (
      <>
        <h1>
          <Ruby text={grief.heading} />
        </h1>
        <Prose text={grief.text} />
        <h2>
          <Ruby text={grief.contactsHeading} />
        </h2>
        {grief.contacts.map(({ name, about, phone, hours }) => (
          <section key={name}>
            <h3>
              <Ruby text={name} />
            </h3>
            <Telephone label={about} number={phone} hours={hours} />
          </section>
        ))}
        <Prose text={grief.close} />
      </>
    ),
  };
}

/** Her last right has ended, or contact is stopped: neutral, with a telephone for whoever needs something. */
export function endedPage({ portal, words, session }: OpenAsk): PageReply {
  const { ended, site } = words;
  const stopped = session.own.quiet === 'ended';
  return {
    reply: 'page',
    title: ended.title,
    frame: 'bare',
    body: (
      <>
        <h1>
          <Ruby text={stopped ? ended.stoppedHeading : ended.heading} />
        </h1>
        <Prose text={stopped ? ended.stoppedText : ended.text} />
        <Telephone label={site.office} number={portal.shows.phone} hours={site.hours} />
      </>
    ),
  };
}

/** The code opens nothing any more; contact can still be stopped with it. */
export function revokedPage({ words }: Ask): PageReply {
  const { revoked, site } = words;
  return {
    reply: 'page',
    status: 410,
    title: revoked.title,
    body: (
      <>
        <h1>
          <Ruby text={revoked.heading} />
        </h1>
        <Prose text={revoked.text} />
        <Notice kind="info" title={site.stop}>
          <p>
            <a href="/stop">
              <Ruby text={words.stop.before.byLetter} />
            </a>
          </p>
        </Notice>
      </>
    ),
  };
}
