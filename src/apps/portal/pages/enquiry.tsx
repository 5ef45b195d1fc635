import { openingNotBefore } from '../../../domain/inquiry/opening-hours.ts';
import { dayOfInstant } from '../../../domain/basics/instant.ts';
import { readPhone } from '../../../domain/text/phone.ts';
import { dateIn } from '../../../programmes/words/date-words.ts';
import { Button, ButtonRow } from '../../kit/still/button.tsx';
import { Field } from '../../kit/still/field.tsx';
import { Form } from '../../kit/still/form.tsx';
import { Prose } from '../../kit/still/prose.tsx';
import { Ruby } from '../../kit/still/ruby.tsx';
import { TextArea } from '../../kit/still/text-area.tsx';
import type { Ask } from '../ask.ts';
import { fill } from '../fill.ts';
import { onceMark, onceOf, typed, typedLines } from '../form-parts.ts';
import { go } from '../../kit/server/go.ts';
import type { PageReply, Problem, Reply } from '../reply.ts';
import type { Route } from '../route.ts';
import { callingPage } from './calling.tsx';
import { waitPage } from './fault.tsx';
import { isAddress } from './contact.tsx';

/** The enquiry form that needs no proof (CHI-8.14-3): sealed like everything else, and it never changes a case. */
export const enquiryRoutes: readonly Route[] = [
  { method: 'GET', path: '/enquiry', needs: 'nothing', handle: (ask) => enquiryPage(ask, []) },
  { method: 'POST', path: '/enquiry', needs: 'nothing', handle: send },
  { method: 'GET', path: '/enquiry/sent', needs: 'nothing', handle: sentPage },
];

const MOST = 1000;

async function send(ask: Ask): Promise<Reply> {
  const { portal, form, words, language, from } = ask;
  const { enquiry, problems: say } = words;
  const text = typedLines(form, 'words', MOST);
  const name = typed(form, 'name', 80);
  const phone = typed(form, 'phone', 30).normalize('NFKC');
  const email = typed(form, 'email').normalize('NFKC');
  const problems: Problem[] = [];
  const wrong = (field: string, word: string, label: string) =>
    problems.push({ field, text: fill(word, { field: label }) });
  if (text === '') wrong('words', say.words, enquiry.words);
  if (phone !== '' && !readPhone(phone).ok) wrong('phone', say.phone, enquiry.phone);
  if (email !== '' && !isAddress(email)) wrong('email', say.email, enquiry.email);
  if (problems.length > 0) return enquiryPage(ask, problems);
  const given = { ...(name && { name }), ...(phone && { phone }), ...(email && { email }) };
  const outcome = await portal.gate.sendOpen(
    { kind: 'enquiry', words: text, ...given, language },
    from,
    onceOf(ask),
  );
  if (outcome.result === 'calling') return callingPage(ask);
  return outcome.result === 'wait'
    ? waitPage(ask, outcome.until)
    : go(`/enquiry/sent?no=${encodeURIComponent(outcome.no)}`);
}

function enquiryPage(ask: Ask, problems: readonly Problem[]): PageReply {
  const { words, form } = ask;
  const { enquiry, site } = words;
  const shared = (name: string) => ({
    name,
    value: name === 'words' ? typedLines(form, name, MOST) : typed(form, name),
    error: problems.find(({ field }) => field === name)?.text,
  });
  return {
    reply: 'page',
    status: problems.length > 0 ? 422 : 200,
    title: enquiry.title,
    problems,
    body: (
      <>
        <h1>
          <Ruby text={enquiry.heading} />
        </h1>
        <Prose text={enquiry.intro} />
        <Form action="/enquiry" hidden={{ once: onceMark(ask) }} autoComplete="off">
          <TextArea
            {...shared('words')}
            label={enquiry.words}
            hint={enquiry.wordsHint}
            mark={site.required}
            rows={6}
            maxLength={MOST}
          />
          <Field {...shared('name')} label={enquiry.name} autoComplete="name" maxLength={80} />
          <Prose text={enquiry.reply} />
          <Field {...shared('phone')} label={enquiry.phone} type="tel" autoComplete="tel" width="middle" />
          <Field {...shared('email')} label={enquiry.email} type="email" autoComplete="email" />
          <ButtonRow>
            <Button text={enquiry.submit} />
          </ButtonRow>
        </Form>
      </>
    ),
  };
}

/** With the number, and from when it is answered (CHI-8.14-4). */
function sentPage({ portal, words: { enquiry }, query, language }: Ask): Reply {
  const no = query.get('no') ?? '';
  if (!/^[\w-]{1,24}$/.test(no)) return go('/enquiry');
  const open = openingNotBefore(portal.gate.now(), portal.programme.rules.inquiry.hours);
  const text = fill(enquiry.sentText, {
    no,
    open: `${dateIn(language, dayOfInstant(open))} ${open.slice(11, 16)}`,
  });
  return {
    reply: 'page',
    title: enquiry.title,
    body: (
      <>
        <h1>
          <Ruby text={enquiry.sent} />
        </h1>
        <Prose text={text} />
      </>
    ),
  };
}
