import { Prose } from '../../kit/still/prose.tsx';
import { Ruby } from '../../kit/still/ruby.tsx';
import type { Ask } from '../ask.ts';
import type { PageReply } from '../reply.ts';
import type { Route } from '../route.ts';

/** Pages of text alone: how data are treated, and the accessibility statement. */
export const textRoutes: readonly Route[] = [
  { method: 'GET', path: '/privacy', needs: 'nothing', handle: ({ words }) => textPage(words.privacy) },
  {
    method: 'GET',
    path: '/accessibility',
    needs: 'nothing',
    handle: ({ words }) => textPage(words.accessibility),
  },
  {
    method: 'GET',
    path: '/status',
    needs: 'nothing',
    handle: async ({ portal, words: { status } }) => {
      const state = await portal.gate.state();
      const body = (
        <>
          <h1>
            <Ruby text={status.heading} />
          </h1>
          <Prose text={status[state]} />
        </>
      );
      return { reply: 'page', title: status.title, body };
    },
  },
  {
    method: 'GET',
    path: '/robots.txt',
    needs: 'nothing',
    handle: () => ({
      reply: 'file',
      type: 'text/plain; charset=utf-8',
      body: 'User-agent: *\nDisallow: /\n',
    }),
  },
];

function textPage({ title, heading, sections }: Ask['words']['privacy']): PageReply {
  return {
    reply: 'page',
    title,
    body: (
      <>
        <h1>
          <Ruby text={heading} />
        </h1>
        {sections.map((section) => (
          <section key={section.heading}>
            <h2>
              <Ruby text={section.heading} />
            </h2>
            <Prose text={section.text} />
          </section>
        ))}
      </>
    ),
  };
}
