import type { WishedPlace } from '../../../domain/portal/message.ts';
import { dayOfInstant } from '../../../domain/basics/instant.ts';
import { isUnsteered } from '../../../domain/portal/next-step.ts';
import { dateIn } from '../../../programmes/words/date-words.ts';
import { Button, ButtonRow } from '../../kit/still/button.tsx';
import { Choices } from '../../kit/still/choices.tsx';
import { DateFields } from '../../kit/still/date-fields.tsx';
import { Field } from '../../kit/still/field.tsx';
import { Form } from '../../kit/still/form.tsx';
import { Prose } from '../../kit/still/prose.tsx';
import { Ruby } from '../../kit/still/ruby.tsx';
import type { OpenAsk } from '../ask.ts';
import { fill } from '../fill.ts';
import { awayFrom, flowOf, placeOf } from '../flow.ts';
import { dateParts, hidden, partWords, typed, typedDate, type TypedDate } from '../form-parts.ts';
import { PackageChoices, readPackage, type TypedPackage } from '../package-place.tsx';
import { go } from '../../kit/server/go.ts';
import type { PageReply, Problem, Reply } from '../reply.ts';
import type { Route } from '../route.ts';
import { Stage } from '../stage.tsx';
import { before } from '../where.ts';

/** Home, or from afar with the reason (CHI-8.8-1), and where she will be when the package comes. */
export const placeRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/place',
    needs: 'open',
    handle: (ask) => {
      const other = awayFrom(ask.portal, ask.session, 'place');
      return other ? go(other) : placePage(ask, drafted(ask), []);
    },
  },
  { method: 'POST', path: '/place', needs: 'open', handle: keep },
  { method: 'GET', path: '/place/return', needs: 'open', handle: (ask) => steerPage(ask) ?? go('/place') },
  { method: 'POST', path: '/place/return', needs: 'open', handle: steer },
];

/** What stands in the fields. */
type Draft = {
  readonly talk?: string | undefined;
  readonly where?: string | undefined;
  readonly returns?: TypedDate['typed'] | undefined;
  readonly way?: string | undefined;
  readonly package?: TypedPackage | undefined;
};

/** What she said of her stay elsewhere in the questionnaire stands there already; whether she will be away she says here. */
function drafted({ session, portal: { shows } }: OpenAsk): Draft {
  const place = placeOf(session);
  const told = (question: string | undefined) => {
    const answer = question === undefined ? undefined : session.own.answers[question];
    return typeof answer === 'string' ? answer : undefined;
  };
  const talk =
    place &&
    (place.reason === 'satogaeri' || place.returnsOn
      ? 'away'
      : place.reason === 'hospital'
        ? 'hospital'
        : 'home');
  return {
    talk,
    where: place?.where ?? told(shows.awayAnswers?.where),
    returns: dateParts(place?.returnsOn ?? told(shows.awayAnswers?.until)),
    way: place?.mode === 'phone' ? 'phone' : 'online',
    package: session.own.packagePlace,
  };
}

async function keep(ask: OpenAsk): Promise<Reply> {
  const { portal, session, form, words } = ask;
  const other = awayFrom(portal, session, 'place');
  if (other) return go(other);
  const place = readPlace(ask);
  const asksPackage = flowOf(session) === 'apply';
  const packed = asksPackage ? readPackage(form, words) : undefined;
  const problems = [...place.problems, ...(packed?.problems ?? [])];
  if (!place.value || problems.length > 0)
    return placePage(ask, { ...place.draft, package: packed?.typed }, problems);
  const packagePlace = packed?.value ?? session.own.packagePlace;
  await portal.gate.save(session, { ...session.own, place: place.value, packagePlace });
  return go(isUnsteered(place.value, session.inside) ? '/place/return' : '/times');
}

function readPlace({ form, words, portal }: OpenAsk): {
  readonly value?: WishedPlace;
  readonly draft: Draft;
  readonly problems: readonly Problem[];
} {
  const talk = form.get('talk') ?? '';
  const way = form.get(`way-${talk}`) === 'phone' ? 'phone' : 'online';
  const where = typed(form, 'where', 100) || undefined;
  const returns = typedDate(form, 'returns');
  const draft = { talk, where, way, returns: returns.typed };
  if (talk === 'home') return { value: { mode: 'visit' }, draft, problems: [] };
  if (talk === 'hospital') return { value: { mode: way, reason: 'hospital' }, draft, problems: [] };
  if (talk !== 'away') {
    const text = fill(words.problems.requiredChoice, { field: words.place.talk });
    return { draft, problems: [{ field: 'talk', text }] };
  }
  const field = words.place.returnsOn;
  const today = dayOfInstant(portal.gate.now());
  const wrong = returns.blank
    ? undefined
    : !returns.date
      ? 'notADate'
      : returns.date < today
        ? 'datePast'
        : undefined;
  if (wrong) return { draft, problems: [{ field: 'returns', text: fill(words.problems[wrong], { field }) }] };
  const value = { mode: way, reason: 'satogaeri', where, returnsOn: returns.date } as const;
  return { value, draft, problems: [] };
}

function placePage(ask: OpenAsk, draft: Draft, problems: readonly Problem[]): PageReply {
  const { portal, words, session } = ask;
  const { place, site } = words;
  const flow = flowOf(session);
  const error = (name: string) => problems.find(({ field }) => field === name)?.text;
  const way = (talk: string) => (
    <Choices
      name={`way-${talk}`}
      pick="one"
      label={place.way}
      options={[
        { value: 'online', label: place.online, hint: place.onlineHint, checked: draft.way !== 'phone' },
        { value: 'phone', label: place.phone, hint: place.phoneHint, checked: draft.way === 'phone' },
      ]}
    />
  );
  return {
    reply: 'page',
    status: problems.length > 0 ? 422 : 200,
    title: place.title,
    back: flow === 'apply' ? before(portal, 'place') : '/home',
    problems,
    body: (
      <>
        <Stage words={words} step="place" heading={place.heading} />
        <Form action="/place" hidden={hidden(ask)} autoComplete="off">
          <Choices
            name="talk"
            pick="one"
            label={place.talk}
            mark={site.required}
            error={error('talk')}
            options={[
              { value: 'home', label: place.home, hint: place.homeHint, checked: draft.talk === 'home' },
              {
                value: 'away',
                label: place.away,
                hint: place.awayHint,
                checked: draft.talk === 'away',
                note: (
                  <>
                    <Field
                      name="where"
                      label={place.where}
                      hint={place.whereHint}
                      value={draft.where}
                      mark={site.optional}
                      maxLength={100}
                    />
                    <DateFields
                      name="returns"
                      label={place.returnsOn}
                      hint={place.returnsHint}
                      parts={partWords(words)}
                      value={draft.returns}
                      error={error('returns')}
                    />
                    {way('away')}
                  </>
                ),
              },
              {
                value: 'hospital',
                label: place.hospital,
                hint: place.hospitalHint,
                checked: draft.talk === 'hospital',
                note: way('hospital'),
              },
            ]}
          />
          <Prose text={place.otherwise} />
          {flow === 'apply' && <PackageChoices words={words} problems={problems} value={draft.package} />}
          <ButtonRow>
            <Button text={site.next} />
          </ButtonRow>
        </Form>
      </>
    ),
  };
}

/** She comes back before the birth: a visit after it is offered first (CHI-8.8-7). */
function steerPage(ask: OpenAsk): PageReply | undefined {
  const { words, session, language } = ask;
  const { place } = words;
  const wished = session.own.place;
  if (!wished?.returnsOn || awayFrom(ask.portal, session, 'place')) return undefined;
  return {
    reply: 'page',
    title: place.title,
    back: '/place',
    body: (
      <>
        <h1>
          <Ruby text={fill(place.steerHeading, { date: dateIn(language, wished.returnsOn) })} />
        </h1>
        <Prose text={place.steer} />
        <Form action="/place/return" hidden={hidden(ask)}>
          <ButtonRow>
            <Button text={place.steerVisit} name="way" value="visit" />
            <Button text={place.steerCannot} kind="plain" name="way" value="cannot" />
          </ButtonRow>
        </Form>
      </>
    ),
  };
}

async function steer(ask: OpenAsk): Promise<Reply> {
  const { portal, session, form } = ask;
  const wished = session.own.place;
  if (!wished?.returnsOn || awayFrom(portal, session, 'place')) return go('/place');
  const visit: WishedPlace = { mode: 'visit', where: wished.where, returnsOn: wished.returnsOn };
  const mode = wished.mode === 'visit' ? 'online' : wished.mode;
  const afar: WishedPlace = { ...wished, mode, reason: 'satogaeri', cannotBeVisited: true };
  await portal.gate.save(session, { ...session.own, place: form.get('way') === 'cannot' ? afar : visit });
  return go('/times');
}
