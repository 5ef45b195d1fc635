import { dayOfInstant, type Instant } from '../basics/instant.ts';
import { checkAnswers, type AnswerProblem } from '../forms/answers.ts';
import type { FormDefinition } from '../forms/form.ts';
import type { InsidePart } from './inside-part.ts';
import type { WishedPlace } from './message.ts';
import type { OwnPart, Sent } from './own-part.ts';
import { shownDate } from './shown-date.ts';

/** The way through the portal, in its order. `questions` has pages; `alone` are the questions for her alone. */
export const JOURNEY = [
  'about',
  'contact',
  'consent',
  'questions',
  'alone',
  'place',
  'times',
  'check',
] as const;

export type JourneyStep = (typeof JOURNEY)[number];

/**
 * Where she goes on. `grief` and `ended` are all that the link shows then; `home` is the page of whoever has a date, or
 * can do nothing but tell. `page` counts from 0.
 */
export type NextStep =
  | { readonly step: 'grief' | 'ended' | 'home' }
  | { readonly step: Exclude<JourneyStep, 'questions'> }
  | { readonly step: 'questions'; readonly page: number };

/** The questionnaire as it is asked here: which questions stand on which page, and the one the consent page answers; `version` of the text in force. */
export type AskedForm = {
  readonly form: FormDefinition;
  readonly pages: readonly (readonly string[])[];
  readonly consent: { readonly question: string; readonly given: string; readonly version: string };
};

/**
 * Decides the next page from what the inside knows and what she did here (CHI-8.16-2, 8.16-3): nobody comes to the
 * times without a consent and complete answers. Pure: the same capsule leads every phone to the same page.
 */
export function nextStep(inside: InsidePart, own: OwnPart, asked: AskedForm, now: Instant): NextStep {
  const quiet = quietStep(inside, own, now);
  if (quiet) return { step: quiet };
  if (shownDate(inside, own)) return { step: 'home' };
  if (!inside.bookable || inside.words === 'paused') return { step: 'home' };
  if (hasApplied(inside, own))
    return own.place && !isUnsteered(own.place, inside) ? timeStep(own, now) : { step: 'place' };
  if (untouched(own)) return { step: 'about' };
  if (!inside.registered && !own.contact) return { step: 'contact' };
  if (own.consent?.version !== asked.consent.version) return { step: 'consent' };
  const page = unfinishedPage(own, asked, now);
  if (page !== undefined) return { step: 'questions', page };
  if (own.pages <= asked.pages.length) return { step: 'alone' };
  if (!own.place || !own.packagePlace || isUnsteered(own.place, inside)) return { step: 'place' };
  return timeStep(own, now);
}

/** The link speaks no other words any more: she has told of a loss or a stop, or the inside says so. */
export function quietStep(inside: InsidePart, own: OwnPart, now: Instant): 'grief' | 'ended' | undefined {
  if (own.quiet === 'grief' || inside.words === 'grief') return 'grief';
  if (own.quiet === 'ended' || inside.words === 'ended') return 'ended';
  return dayOfInstant(now) > inside.endsOn ? 'ended' : undefined;
}

/** She comes back before the birth: a visit after it is offered first, from afar only if she cannot (CHI-8.8-7). */
export function isUnsteered(
  { mode, returnsOn, cannotBeVisited }: WishedPlace,
  { bookable }: InsidePart,
): boolean {
  if (mode === 'visit' || !returnsOn || cannotBeVisited) return false;
  return bookable !== undefined && returnsOn < bookable.due;
}

/** Her application is inside, or on its way and not refused. */
export function hasApplied(inside: InsidePart, own: OwnPart): boolean {
  const sent = lastOf(own, 'apply');
  return inside.answered || (sent !== undefined && inside.receipts[sent.envelope]?.result !== 'refused');
}

export function lastOf(own: OwnPart, kind: Sent['kind']): Sent | undefined {
  return own.sent.findLast((one) => one.kind === kind);
}

/** What is wrong with her draft, without the questions that are for her alone; those are never compulsory. */
export function draftProblems(own: OwnPart, asked: AskedForm, now: Instant): readonly AnswerProblem[] {
  return checkAnswers(asked.form, { ...own.answers, ...consentAnswer(asked) }, dayOfInstant(now));
}

export function consentAnswer({ consent }: AskedForm): Readonly<Record<string, string>> {
  return { [consent.question]: consent.given };
}

/** Whether she may be on a page of the journey: every page up to the next one may be seen again and changed. */
export function mayVisit(step: JourneyStep, page: number, next: NextStep): boolean {
  const at = JOURNEY.findIndex((one) => one === next.step);
  if (at < 0) return false;
  if (step === 'questions' && next.step === 'questions') return page <= next.page;
  return JOURNEY.indexOf(step) <= at;
}

function timeStep(own: OwnPart, now: Instant): NextStep {
  return { step: own.hold && own.hold.until > now ? 'check' : 'times' };
}

function untouched(own: OwnPart): boolean {
  return own.counter === 0 && !own.contact && !own.consent && own.pages === 0;
}

/** The first page that she has not gone through, or that has something wrong in it by now. */
function unfinishedPage(own: OwnPart, asked: AskedForm, now: Instant): number | undefined {
  const wrong = new Set(draftProblems(own, asked, now).map(({ question }) => question));
  const page = asked.pages.findIndex(
    (questions, index) => index >= own.pages || questions.some((question) => wrong.has(question)),
  );
  return page < 0 ? undefined : page;
}
