import { Prose } from '../../kit/still/prose.tsx';
import { Ruby } from '../../kit/still/ruby.tsx';
import type { Ask } from '../ask.ts';
import type { PageReply } from '../reply.ts';

/** Nothing can be taken now: the inside has been silent for long, or the outside was restored (design.md 2). */
export function callingPage({ words }: Ask): PageReply {
  const { title, heading, text, kept } = words.calling;
  return {
    reply: 'page',
    status: 503,
    title,
    body: (
      <>
        <h1>
          <Ruby text={heading} />
        </h1>
        <Prose text={[...text, kept]} />
      </>
    ),
  };
}
