import { Prose } from '../../kit/still/prose.tsx';
import { ButtonRow, LinkButton } from '../../kit/still/button.tsx';
import { Ruby } from '../../kit/still/ruby.tsx';
import type { PortalWords } from '../../../programmes/portal-words.ts';
import type { Ask } from '../ask.ts';
import { fill } from '../fill.ts';
import type { AnswerHeaders } from '../../kit/server/answered.ts';
import type { PageReply } from '../reply.ts';
import type { Instant } from '../../../domain/basics/instant.ts';

type FaultName = Exclude<keyof PortalWords['faults'], 'block' | 'again' | 'ended' | 'tooMany'>;

/** Why it does not go on, in plain words, and what to do; the telephone stands below every page. */
export function faultPage(ask: Ask, status: number, name: FaultName, headers?: AnswerHeaders): PageReply {
  const { title, heading, text } = ask.words.faults[name];
  return fault(ask, status, { title, heading, text }, headers);
}

/** Too many tries: until when, and the telephone; nobody is locked out for good. */
export function waitPage(ask: Ask, until: Instant): PageReply {
  const { title, heading, text } = ask.words.faults.tooMany;
  const time = until.slice(11, 16);
  return fault(ask, 429, { title, heading, text: fill(text, { until: time }) });
}

/** Who has her session still goes on from where she was; all others begin with the code. */
function fault(
  { words: { faults }, session }: Ask,
  status: number,
  { title, heading, text }: { readonly title: string; readonly heading: string; readonly text: string },
  headers?: AnswerHeaders,
): PageReply {
  return {
    reply: 'page',
    status,
    title,
    headers,
    body: (
      <>
        <h1>
          <Ruby text={heading} />
        </h1>
        <Prose text={text} />
        <ButtonRow>
          <LinkButton text={faults.again} href={session?.stage === 'open' ? '/birthday' : '/'} kind="plain" />
        </ButtonRow>
      </>
    ),
  };
}
