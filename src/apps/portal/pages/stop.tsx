import type { PortalMessage } from '../../../domain/portal/message.ts';
import { quietStep } from '../../../domain/portal/next-step.ts';
import type { OwnPart } from '../../../domain/portal/own-part.ts';
import { cutWords } from '../../../domain/text/plain-words.ts';
import type { Session } from '../../../gate/outside/outside-gate.ts';
import { Button, ButtonRow, LinkButton } from '../../kit/still/button.tsx';
import { Field } from '../../kit/still/field.tsx';
import { Form } from '../../kit/still/form.tsx';
import { Prose } from '../../kit/still/prose.tsx';
import { Ruby } from '../../kit/still/ruby.tsx';
import { Telephone } from '../../kit/still/telephone.tsx';
import type { Ask, OpenAsk } from '../ask.ts';
import { hidden, onceMark, onceOf, typed } from '../form-parts.ts';
import { go } from '../../kit/server/go.ts';
import type { PageReply, Reply } from '../reply.ts';
import type { Route } from '../route.ts';
import { sendAndGo } from '../send.ts';
import { callingPage } from './calling.tsx';
import { waitPage } from './fault.tsx';

/**
 * Always one tap away: stop contact, tell a loss. No reason, no "are you sure": it stops at once here, and a sealed
 * message goes in (design.md 4, CHI-8.14-5). Before the second proof nothing here says what it is about.
 */
export const stopRoutes: readonly Route[] = [
  { method: 'GET', path: '/stop', needs: 'nothing', handle: (ask) => stopPage(ask) },
  { method: 'POST', path: '/stop', needs: 'open', handle: stop },
  { method: 'POST', path: '/stop/letter', needs: 'code', handle: byLetter },
];

/** Whoever has told it already is not asked again. */
function stopPage(ask: Ask): Reply {
  const { portal, session } = ask;
  if (session?.stage !== 'open') return beforePage(ask);
  const quiet = quietStep(session.inside, session.own, portal.gate.now());
  return quiet ? go('/home') : choicesPage({ ...ask, session });
}

async function stop(ask: OpenAsk): Promise<Reply> {
  const message = MESSAGES.get(ask.form.get('what') ?? '');
  if (!message) return choicesPage(ask);
  return sendAndGo(ask, message, { changes: () => SILENCED, to: '/home' });
}

const MESSAGES = new Map<string, PortalMessage>([
  ['stop', { kind: 'stop' }],
  ['loss', { kind: 'loss', what: 'loss' }],
  ['child-death', { kind: 'loss', what: 'child-death' }],
]);

/** Her draft is gone from this moment; seat and words of the link the gate takes away. */
const SILENCED: Partial<OwnPart> = {
  answers: {},
  pages: 0,
  consent: undefined,
  place: undefined,
  packagePlace: undefined,
};

/** Two choices, each of them one tap. After a birth the second one says what may have happened then. */
function choicesPage(ask: OpenAsk): PageReply {
  const { session, words } = ask;
  const { stop } = words;
  const born = session.inside.words === 'after-birth';
  return {
    reply: 'page',
    title: stop.title,
    body: (
      <>
        <h1>
          <Ruby text={stop.heading} />
        </h1>
        <Prose text={stop.text} />
        <Form action="/stop" hidden={hidden(ask, { once: onceMark(ask) })}>
          <ButtonRow>
            <Button text={stop.stop} kind="plain" name="what" value="stop" />
          </ButtonRow>
          <Prose text={stop.stopHint} />
          <ButtonRow>
            <Button
              text={born ? stop.childDeath : stop.loss}
              kind="plain"
              name="what"
              value={born ? 'child-death' : 'loss'}
            />
          </ButtonRow>
          <Prose text={born ? stop.childDeathHint : stop.lossHint} />
        </Form>
        <ButtonRow>
          <LinkButton text={stop.back} href="/home" kind="quiet" />
        </ButtonRow>
      </>
    ),
  };
}

/** With the letter only, or without: telephone, the birthday, or a word to us that a person looks at. */
function beforePage(ask: Ask): PageReply {
  const { portal, session, words, query } = ask;
  const { stop, site } = words;
  const { before } = stop;
  const sent = query.has('sent');
  return {
    reply: 'page',
    title: stop.title,
    body: (
      <>
        <h1>
          <Ruby text={sent ? before.sent : stop.heading} />
        </h1>
        <Prose text={sent ? before.sentText : before.text} />
        <Telephone label={site.office} number={portal.shows.phone} hours={site.hours} />
        {!sent && session && (
          <>
            <ButtonRow>
              <LinkButton text={before.withBirthday} href="/birthday?to=stop" />
            </ButtonRow>
            <Prose text={before.withBirthdayHint} />
            <Form action="/stop/letter" hidden={hidden({ ...ask, session }, { once: onceMark(ask) })}>
              <h2>
                <Ruby text={before.byLetter} />
              </h2>
              <Prose text={before.byLetterHint} />
              <Field
                name="phone"
                label={before.phoneField}
                hint={before.phoneHint}
                type="tel"
                autoComplete="tel"
                width="middle"
              />
              <ButtonRow>
                <Button text={before.submit} kind="plain" />
              </ButtonRow>
            </Form>
          </>
        )}
        {!sent && !session && (
          <>
            <Prose text={before.noCode} />
            <ButtonRow>
              <LinkButton text={words.faults.again} href="/" kind="plain" />
            </ButtonRow>
          </>
        )}
      </>
    ),
  };
}

async function byLetter(ask: Ask<Session>): Promise<Reply> {
  const { portal, session, form, from } = ask;
  // One sign can become many: what is longer than a number would not be read inside, and her wish with it.
  const phone = cutWords(typed(form, 'phone', 30).normalize('NFKC'), 40) || undefined;
  const told = await portal.gate.stopByLetter(session.cookie, phone, from, onceOf(ask));
  if (!told) return go('/?ended');
  if (told.result === 'calling') return callingPage(ask);
  return told.result === 'wait' ? waitPage(ask, told.until) : go('/stop?sent');
}
