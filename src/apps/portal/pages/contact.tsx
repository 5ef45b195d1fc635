import { readPhone } from '../../../domain/text/phone.ts';
import { Button, ButtonRow } from '../../kit/still/button.tsx';
import { Field } from '../../kit/still/field.tsx';
import { Form } from '../../kit/still/form.tsx';
import { Notice } from '../../kit/still/notice.tsx';
import { Prose } from '../../kit/still/prose.tsx';
import type { OpenAsk } from '../ask.ts';
import { fill } from '../fill.ts';
import { hidden, onceMark, typed } from '../form-parts.ts';
import { go } from '../../kit/server/go.ts';
import type { PageReply, Problem, Reply } from '../reply.ts';
import type { Route } from '../route.ts';
import { sendAndGo } from '../send.ts';
import { Stage } from '../stage.tsx';
import { before, elsewhere, nextOf, pathOf } from '../where.ts';

export const contactRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/contact',
    needs: 'open',
    taking: true,
    handle: (ask) => {
      const other = away(ask);
      return other ? go(other) : contactPage(ask, [], {});
    },
  },
  { method: 'POST', path: '/contact', needs: 'open', taking: true, handle: keep },
];

/** Nobody who has not begun is sent back to the first page from here: reading it leads here. */
function away(ask: OpenAsk): string | undefined {
  const next = nextOf(ask.portal, ask.session);
  return next.step === 'about' ? undefined : elsewhere(ask.portal, ask.session, 'contact');
}

/** Sealed at once and sent: she is registered from then on, whatever becomes of the rest (AMB-52). */
async function keep(ask: OpenAsk): Promise<Reply> {
  const { portal, session, language } = ask;
  const other = away(ask);
  if (other) return go(other);
  if (ask.form.has('skip')) {
    const kept = await portal.gate.save(session, {
      ...session.own,
      contact: session.own.contact ?? 'skipped',
    });
    return go(afterContact(ask, kept.own.consent !== undefined));
  }
  const { problems, contact, values } = readContact(ask);
  if (problems.length > 0) return contactPage(ask, problems, values);
  const to = afterContact(ask, session.own.consent !== undefined);
  const changes = () => ({ contact: 'sent', language }) as const;
  return sendAndGo(ask, { kind: 'contact', ...contact, language }, { changes, to });
}

function afterContact({ portal, session }: OpenAsk, wasFurther: boolean): string {
  return wasFurther ? pathOf(nextOf(portal, session)) : '/consent';
}

type Values = Readonly<Record<string, string>>;

/** A telephone number or an address, typed twice: that is how it is confirmed without another page. */
export function readContact({ form, words }: OpenAsk): {
  readonly problems: readonly Problem[];
  readonly contact: { readonly phone?: string | undefined; readonly email?: string | undefined };
  readonly values: Values;
} {
  const { contact, problems: say } = words;
  const text = (name: string) => typed(form, name).normalize('NFKC');
  const values = Object.fromEntries(NAMES.map((name) => [name, text(name)]));
  const { phone = '', email = '', 'phone-again': phoneAgain = '', 'email-again': emailAgain = '' } = values;
  const problems: Problem[] = [];
  const wrong = (field: string, word: string, label: string) =>
    problems.push({ field, text: fill(word, { field: label }) });
  if (phone + email + phoneAgain + emailAgain === '') problems.push({ field: 'phone', text: say.oneContact });
  if (phone !== '' || phoneAgain !== '') {
    if (!readPhone(phone).ok) wrong('phone', say.phone, contact.phone);
    else if (digits(phone) !== digits(phoneAgain)) wrong('phone-again', say.twice, contact.phone);
  }
  if (email !== '' || emailAgain !== '') {
    if (!isAddress(email)) wrong('email', say.email, contact.email);
    else if (email !== emailAgain) wrong('email-again', say.twice, contact.email);
  }
  return { problems, values, contact: { ...(phone ? { phone } : {}), ...(email ? { email } : {}) } };
}

const NAMES = ['phone', 'phone-again', 'email', 'email-again'];

/** One address of printable ASCII: no blank, comma or bracket that a mail program could read as a second one. */
export function isAddress(email: string): boolean {
  return email.length <= 200 && ADDRESS.test(email);
}

const ADDRESS = /^[!#-'*+\-./0-9=?A-Z^_`a-z{|}~]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/;

function digits(phone: string): string {
  const read = readPhone(phone);
  return read.ok ? read.value.digits : '';
}

/** The four fields; used again where she changes her contact later. */
export function ContactFields(props: {
  readonly words: OpenAsk['words'];
  readonly problems: readonly Problem[];
  readonly values: Values;
}) {
  const { contact } = props.words;
  const shared = (name: string) => ({
    name,
    value: props.values[name],
    error: props.problems.find(({ field }) => field === name)?.text,
  });
  return (
    <>
      <Field
        {...shared('phone')}
        label={contact.phone}
        hint={contact.phoneHint}
        type="tel"
        autoComplete="tel"
        width="middle"
      />
      <Field
        {...shared('phone-again')}
        label={contact.phoneAgain}
        hint={contact.again}
        type="tel"
        width="middle"
      />
      <Field
        {...shared('email')}
        label={contact.email}
        hint={contact.emailHint}
        type="email"
        autoComplete="email"
      />
      <Field {...shared('email-again')} label={contact.emailAgain} hint={contact.again} type="email" />
    </>
  );
}

function contactPage(ask: OpenAsk, problems: readonly Problem[], values: Values): PageReply {
  const { words, portal, session } = ask;
  const { contact, site } = words;
  return {
    reply: 'page',
    status: problems.length > 0 ? 422 : 200,
    title: contact.title,
    back: before(portal, 'contact'),
    problems,
    body: (
      <>
        <Stage words={words} step="contact" heading={contact.heading} />
        {session.own.contact === 'sent' && <Notice kind="success" title={contact.done} />}
        <Prose text={contact.intro} />
        <Form action="/contact" hidden={hidden(ask, { once: onceMark(ask) })}>
          <ContactFields words={words} problems={problems} values={values} />
          <ButtonRow>
            <Button text={site.next} />
            <Button text={contact.skip} kind="quiet" name="skip" value="1" />
          </ButtonRow>
        </Form>
      </>
    ),
  };
}
