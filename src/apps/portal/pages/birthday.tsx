import type { Session } from '../../../gate/outside/outside-gate.ts';
import { Button, ButtonRow } from '../../kit/still/button.tsx';
import { DateFields } from '../../kit/still/date-fields.tsx';
import { Form } from '../../kit/still/form.tsx';
import { Prose } from '../../kit/still/prose.tsx';
import { dayOfInstant } from '../../../domain/basics/instant.ts';
import { Telephone } from '../../kit/still/telephone.tsx';
import type { Ask } from '../ask.ts';
import { sessionCookie } from '../cookies.ts';
import { fill } from '../fill.ts';
import { hidden, partWords, typedDate, type TypedDate } from '../form-parts.ts';
import { go } from '../../kit/server/go.ts';
import type { PageReply, Reply } from '../reply.ts';
import type { Route } from '../route.ts';
import { landing } from '../where.ts';
import { waitPage } from './fault.tsx';
import { revokedPage } from './quiet.tsx';

export const birthdayRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/birthday',
    needs: 'code',
    handle: (ask) =>
      ask.session.stage === 'open' ? go(landing(ask.portal, ask.session)) : birthdayPage(ask, {}),
  },
  { method: 'POST', path: '/birthday', needs: 'code', handle: prove },
];

/** Second proof. `to`: she was on her way to stopping contact. */
async function prove(ask: Ask<Session>): Promise<Reply> {
  const { portal, session, words, form } = ask;
  const toStop = form.get('to') === 'stop';
  if (session.stage === 'open') return go(toStop ? '/stop' : landing(portal, session));
  const field = words.birthday.field;
  const given = typedDate(form, 'birthday');
  if (given.blank) return birthdayPage(ask, { given, error: fill(words.problems.required, { field }) });
  if (!given.date) return birthdayPage(ask, { given, error: fill(words.problems.notADate, { field }) });
  if (given.date > dayOfInstant(portal.gate.now())) {
    return birthdayPage(ask, { given, error: fill(words.problems.dateFuture, { field }) });
  }
  const proven = await portal.gate.prove(session.cookie, given.date, ask.from);
  switch (proven.result) {
    case 'wait':
      return waitPage(ask, proven.until);
    case 'revoked':
      return revokedPage(ask);
    case 'does-not-open':
      return birthdayPage(ask, { given, error: words.birthday.doesNotOpen });
    case 'open':
      return go(toStop ? '/stop' : landing(portal, proven.session), {
        'Set-Cookie': sessionCookie(proven.session.cookie),
      });
  }
}

function birthdayPage(
  ask: Ask<Session>,
  { given, error }: { readonly given?: TypedDate; readonly error?: string },
): PageReply {
  const { birthday, site } = ask.words;
  const to = (ask.form.get('to') ?? ask.query.get('to')) === 'stop' ? { to: 'stop' } : undefined;
  return {
    reply: 'page',
    status: error ? 422 : 200,
    title: birthday.title,
    problems: error ? [{ field: 'birthday', text: error }] : [],
    body: (
      <Form action="/birthday" hidden={hidden(ask, to)} autoComplete="off">
        <DateFields
          name="birthday"
          heading
          label={birthday.heading}
          hint={`${birthday.intro} ${birthday.hint}`}
          parts={partWords(ask.words)}
          value={given?.typed}
          error={error}
          autoComplete="bday"
        />
        {error === birthday.doesNotOpen && (
          <>
            <Prose text={birthday.doesNotOpenHint} />
            <Telephone label={site.office} number={ask.portal.shows.phone} hours={site.hours} />
          </>
        )}
        <ButtonRow>
          <Button text={site.next} />
        </ButtonRow>
      </Form>
    ),
  };
}
