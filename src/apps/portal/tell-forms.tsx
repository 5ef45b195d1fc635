import type { ReactNode } from 'react';
import { dayOfInstant } from '../../domain/basics/instant.ts';
import type { CivilDate } from '../../domain/basics/civil-date.ts';
import { CANCEL_REASONS, type PortalMessage, type TellKind } from '../../domain/portal/message.ts';
import type { OwnPart } from '../../domain/portal/own-part.ts';
import { Choices } from '../kit/still/choices.tsx';
import { DateFields } from '../kit/still/date-fields.tsx';
import { TextArea } from '../kit/still/text-area.tsx';
import { AddressFields, readAddress } from './address-fields.tsx';
import type { OpenAsk } from './ask.ts';
import { fill } from './fill.ts';
import { partWords, typedDate, typedLines } from './form-parts.ts';
import { PackageChoices, readPackage } from './package-place.tsx';
import { ContactFields, readContact } from './pages/contact.tsx';
import type { Problem } from './reply.ts';

/** How one thing is told: its fields, and what they make of it. `changes`: what of her own part is over with it. */
export type TellForm = {
  readonly fields: (ask: OpenAsk, problems: readonly Problem[]) => ReactNode;
  readonly read: (ask: OpenAsk) => PortalMessage | readonly Problem[];
  readonly changes?: Partial<OwnPart>;
};

/** All but another date, which is taken where dates are taken. */
export const TELL_FORMS: Readonly<Record<Exclude<TellKind, 'move-booking'>, TellForm>> = {
  'cancel-booking': {
    fields: ({ words: { tells, site } }) => (
      <>
        <Choices
          name="reason"
          pick="one"
          label={tells.cancel.reason}
          options={CANCEL_REASONS.map((value) => ({ value, label: tells.cancel.reasons[value] }))}
        />
        <Choices
          name="call-back"
          pick="one"
          label={tells.cancel.callBack}
          mark={site.optional}
          options={[
            { value: 'yes', label: tells.cancel.callBackYes },
            { value: 'no', label: tells.cancel.callBackNo },
          ]}
        />
      </>
    ),
    read: ({ form }) => ({
      kind: 'cancel-booking',
      reason: CANCEL_REASONS.find((one) => one === form.get('reason')) ?? 'unsaid',
      callBack: form.get('call-back') === 'yes',
    }),
  },
  pause: {
    fields: (ask, problems) => (
      <DayField
        ask={ask}
        problems={problems}
        label={ask.words.tells.pauseUntil}
        hint={ask.words.tells.pauseHint}
      />
    ),
    read: (ask) => withDay(ask, ask.words.tells.pauseUntil, 'later', (until) => ({ kind: 'pause', until })),
  },
  resume: { fields: () => null, read: () => ({ kind: 'resume' }) },
  withdraw: {
    fields: ({ words: { tells, site } }) => (
      <Choices
        name="package"
        pick="one"
        label={tells.withdraw.package}
        hint={tells.withdraw.packageHint}
        mark={site.optional}
        options={[
          { value: 'send', label: tells.withdraw.send },
          { value: 'keep', label: tells.withdraw.keep },
          { value: 'decline', label: tells.withdraw.decline },
          { value: 'unsaid', label: tells.withdraw.unsaid },
        ]}
      />
    ),
    read: ({ form }) => {
      const wished = (['send', 'keep', 'decline'] as const).find((one) => one === form.get('package'));
      return { kind: 'withdraw', ...(wished ? { package: wished } : {}) };
    },
    changes: { answers: {}, consent: undefined, pages: 0 },
  },
  birth: {
    fields: (ask, problems) => <DayField ask={ask} problems={problems} label={ask.words.tells.birthOn} />,
    read: (ask) => withDay(ask, ask.words.tells.birthOn, 'past', (on) => ({ kind: 'birth', on })),
  },
  moved: {
    fields: (ask, problems) => <MovedFields ask={ask} problems={problems} />,
    read: readMoved,
  },
  'delivery-address': {
    fields: (ask, problems) => (
      <PackageChoices words={ask.words} problems={problems} value={readPackage(ask.form, ask.words).typed} />
    ),
    read: ({ form, words }) => {
      const { value, problems } = readPackage(form, words);
      return value ? { kind: 'delivery-address', packagePlace: value } : problems;
    },
  },
  'japan-again': {
    fields: (ask, problems) => <DayField ask={ask} problems={problems} label={ask.words.tells.japanFrom} />,
    read: (ask) => withDay(ask, ask.words.tells.japanFrom, 'any', (on) => ({ kind: 'japan-again', on })),
  },
  'not-received': {
    fields: (ask, problems) => (
      <PackageChoices words={ask.words} problems={problems} value={readPackage(ask.form, ask.words).typed} />
    ),
    read: ({ form, words }) => {
      const { value, problems } = readPackage(form, words);
      return value ? { kind: 'not-received', packagePlace: value } : problems;
    },
  },
  contact: {
    fields: (ask, problems) => (
      <ContactFields words={ask.words} problems={problems} values={readContact(ask).values} />
    ),
    read: (ask) => {
      const { contact, problems } = readContact(ask);
      return problems.length > 0 ? problems : { kind: 'contact', ...contact, language: ask.language };
    },
    changes: { contact: 'sent' },
  },
  question: {
    fields: ({ words: { tells, site }, form }, problems) => (
      <TextArea
        name="words"
        label={tells.question}
        hint={tells.questionHint}
        mark={site.required}
        error={problems.find(({ field }) => field === 'words')?.text}
        value={typedLines(form, 'words', MOST)}
        rows={6}
        maxLength={MOST}
      />
    ),
    read: ({ form, words }) => {
      const text = typedLines(form, 'words', MOST);
      if (text !== '') return { kind: 'question', words: text };
      return [{ field: 'words', text: fill(words.problems.words, { field: words.tells.question }) }];
    },
  },
};

/** Characters of a question in her own words. */
const MOST = 1000;

function DayField(props: {
  readonly ask: OpenAsk;
  readonly problems: readonly Problem[];
  readonly label: string;
  readonly hint?: string | undefined;
}): ReactNode {
  const { ask, problems, label, hint } = props;
  return (
    <DateFields
      name="on"
      label={label}
      hint={hint}
      mark={ask.words.site.required}
      parts={partWords(ask.words)}
      value={typedDate(ask.form, 'on').typed}
      error={problems.find(({ field }) => field === 'on')?.text}
    />
  );
}

function withDay(
  { form, words, portal }: OpenAsk,
  field: string,
  when: 'past' | 'later' | 'any',
  message: (day: CivilDate) => PortalMessage,
): PortalMessage | readonly Problem[] {
  const { date, blank } = typedDate(form, 'on');
  const today = dayOfInstant(portal.gate.now());
  const say = (word: 'required' | 'notADate' | 'dateFuture' | 'datePast') => [
    { field: 'on', text: fill(words.problems[word], { field }) },
  ];
  if (blank) return say('required');
  if (!date) return say('notADate');
  if (when === 'past' && date > today) return say('dateFuture');
  if (when === 'later' && date <= today) return say('datePast');
  return message(date);
}

function MovedFields({
  ask,
  problems,
}: {
  readonly ask: OpenAsk;
  readonly problems: readonly Problem[];
}): ReactNode {
  const { words, form } = ask;
  const { tells, site } = words;
  const { typed: address } = readAddress(form, words);
  return (
    <>
      <Choices
        name="move"
        pick="one"
        label={tells.moved.where}
        mark={site.required}
        error={problems.find(({ field }) => field === 'move')?.text}
        options={[
          { value: 'within', label: tells.moved.within, checked: form.get('move') === 'within' },
          {
            value: 'out',
            label: tells.moved.out,
            hint: tells.moved.outHint,
            checked: form.get('move') === 'out',
          },
        ]}
      />
      <DayField ask={ask} problems={problems} label={tells.moved.on} />
      <AddressFields words={words} problems={problems} value={address} />
    </>
  );
}

/** Within the ward the new address is needed; from outside only for what is still to come (CHI-8.14-6). */
function readMoved(ask: OpenAsk): PortalMessage | readonly Problem[] {
  const { form, words } = ask;
  const move = (['within', 'out'] as const).find((one) => one === form.get('move'));
  const where = words.tells.moved.where;
  if (!move) return [{ field: 'move', text: fill(words.problems.requiredChoice, { field: where }) }];
  const { typed: given, address, problems } = readAddress(form, words);
  const asked = move === 'within' || given.postcode + given.address !== '';
  const day = withDay(ask, words.tells.moved.on, 'any', (on) => ({
    kind: 'moved',
    move,
    on,
    ...(asked ? address : {}),
  }));
  const wrong = asked ? problems : [];
  if ('kind' in day) return wrong.length > 0 ? wrong : day;
  return [...day, ...wrong];
}
