import { readPersonalCode } from '../../../domain/text/personal-code.ts';
import type { PortalWords } from '../../../programmes/portal-words.ts';
import { Button, ButtonRow } from '../../kit/still/button.tsx';
import { Field } from '../../kit/still/field.tsx';
import { Form } from '../../kit/still/form.tsx';
import { Notice } from '../../kit/still/notice.tsx';
import { Prose } from '../../kit/still/prose.tsx';
import { Ruby } from '../../kit/still/ruby.tsx';
import type { Ask } from '../ask.ts';
import { sessionCookie } from '../cookies.ts';
import { typed } from '../form-parts.ts';
import { go } from '../../kit/server/go.ts';
import type { PageReply, Reply } from '../reply.ts';
import type { Route } from '../route.ts';
import { waitPage } from './fault.tsx';

type Problem = keyof PortalWords['front']['problems'];

/** Where the code is typed; nothing here says what it is for (ui.md). */
export function frontPage(
  words: PortalWords,
  state: { readonly problem?: Problem; readonly code?: string; readonly ended?: boolean },
): PageReply {
  const { front, faults } = words;
  const { problem, code, ended } = state;
  const error = problem && front.problems[problem];
  return {
    reply: 'page',
    status: error ? 422 : 200,
    title: front.title,
    problems: error ? [{ field: 'code', text: error }] : [],
    body: (
      <>
        {ended && (
          <Notice kind="info" title={faults.ended.heading}>
            <Prose text={faults.ended.text} />
          </Notice>
        )}
        <h1>
          <Ruby text={front.heading} />
        </h1>
        <Prose text={front.intro} />
        <Form action="/" autoComplete="off">
          <Field
            name="code"
            label={front.code}
            hint={front.codeHint}
            error={error}
            value={code}
            exact
            maxLength={60}
          />
          <ButtonRow>
            <Button text={front.submit} />
          </ButtonRow>
        </Form>
        <p>
          <a href="/enquiry">
            <Ruby text={front.noCode} />
          </a>
        </p>
      </>
    ),
  };
}

export const frontRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/',
    needs: 'nothing',
    handle: ({ words, query }) => {
      const problem = (['check', 'length'] as const).find((one) => one === query.get('wrong'));
      return frontPage(words, { ended: query.has('ended'), ...(problem ? { problem } : {}) });
    },
  },
  { method: 'POST', path: '/', needs: 'nothing', handle: (ask) => begin(ask, typed(ask.form, 'code')) },
  {
    method: 'GET',
    path: '/q/:code',
    needs: 'nothing',
    handle: (ask) => (ask.head ? go('/birthday') : scanned(ask)),
  },
];

/** From the QR of the letter. A code that is none leads to the field, without itself in the address. */
async function scanned(ask: Ask): Promise<Reply> {
  const reply = await begin(ask, ask.params['code'] ?? '');
  return reply.reply === 'page' && reply.status === 422 ? go('/?wrong=check') : reply;
}

async function begin(ask: Ask, text: string): Promise<Reply> {
  const code = readPersonalCode(text);
  if (!code.ok) return frontPage(ask.words, { problem: code.error.reason, code: text });
  const begun = await ask.portal.gate.begin(code.value, ask.from);
  if (begun.result === 'wait') return waitPage(ask, begun.until);
  // This browser forgets the cookie it had: nobody may go on with a copy of it.
  if (ask.session) await ask.portal.gate.leave(ask.session.cookie);
  return go('/birthday', { 'Set-Cookie': sessionCookie(begun.cookie) });
}
