import { Button, ButtonRow } from '../../kit/still/button.tsx';
import { Form } from '../../kit/still/form.tsx';
import { Prose } from '../../kit/still/prose.tsx';
import { Ruby } from '../../kit/still/ruby.tsx';
import type { OpenAsk } from '../ask.ts';
import { tellsOpen } from '../flow.ts';
import { hidden, onceMark } from '../form-parts.ts';
import { go } from '../../kit/server/go.ts';
import type { PageReply, Problem, Reply } from '../reply.ts';
import type { Route } from '../route.ts';
import { sendAndGo } from '../send.ts';
import { TELL_FORMS } from '../tell-forms.tsx';
import { tellOfSlug, tellPath } from '../tell-paths.ts';
import { faultPage } from './fault.tsx';

/** One page for each thing she may tell by the same link later. */
export const changeRoutes: readonly Route[] = [
  { method: 'GET', path: '/change/:what', needs: 'open', taking: true, handle: show },
  { method: 'POST', path: '/change/:what', needs: 'open', taking: true, handle: tell },
];

type Told = keyof typeof TELL_FORMS;

function askedFor({ params }: OpenAsk): Told | undefined {
  const kind = tellOfSlug(params['what'] ?? '');
  return kind === 'move-booking' ? undefined : kind;
}

function show(ask: OpenAsk): Reply {
  const kind = askedFor(ask);
  if (!kind) return faultPage(ask, 404, 'notFound');
  return tellsOpen(ask.portal, ask.session).includes(kind) ? tellPage(ask, kind, []) : notOpenPage(ask, kind);
}

async function tell(ask: OpenAsk): Promise<Reply> {
  const kind = askedFor(ask);
  if (!kind) return faultPage(ask, 404, 'notFound');
  // A second click on "give up": it is done, and the page of what was done tells so.
  if (!tellsOpen(ask.portal, ask.session).includes(kind)) return go('/done');
  const form = TELL_FORMS[kind];
  const read = form.read(ask);
  if (!('kind' in read)) return tellPage(ask, kind, read);
  return sendAndGo(ask, read, { changes: () => form.changes ?? {}, to: '/done' });
}

function tellPage(ask: OpenAsk, kind: Told, problems: readonly Problem[]): PageReply {
  const { title, heading, text, submit } = ask.words.tells.pages[kind];
  return {
    reply: 'page',
    status: problems.length > 0 ? 422 : 200,
    title,
    back: '/home',
    problems,
    body: (
      <>
        <h1>
          <Ruby text={heading} />
        </h1>
        <Prose text={text} />
        <Form action={tellPath(kind)} hidden={hidden(ask, { once: onceMark(ask) })} autoComplete="off">
          {TELL_FORMS[kind].fields(ask, problems)}
          <ButtonRow>
            <Button text={submit} />
          </ButtonRow>
        </Form>
      </>
    ),
  };
}

function notOpenPage({ words }: OpenAsk, kind: Told): PageReply {
  const { title, heading } = words.tells.pages[kind];
  return {
    reply: 'page',
    title,
    back: '/home',
    body: (
      <>
        <h1>
          <Ruby text={heading} />
        </h1>
        <Prose text={words.tells.notOpen} />
      </>
    ),
  };
}
