import {
  JOURNEY,
  mayVisit,
  nextStep,
  type JourneyStep,
  type NextStep,
} from '../../domain/portal/next-step.ts';
import type { OpenSession } from '../../gate/outside/outside-gate.ts';
import type { Portal } from './portal.ts';

/** Where a step of the way stands. No address says what it is about. */
export function pathOf(next: NextStep): string {
  if (next.step === 'questions') return `/questions/${next.page + 1}`;
  return next.step === 'grief' || next.step === 'ended' ? '/home' : `/${next.step}`;
}

export function nextOf(portal: Portal, { inside, own }: OpenSession): NextStep {
  return nextStep(inside, own, portal.asked, portal.gate.now());
}

/**
 * The page after the second proof: whoever sent something before sees first what became of it; whoever stopped in the
 * middle, or was away for too long, is told that her answers are still there.
 */
export function landing(portal: Portal, session: OpenSession): string {
  const told = session.own.sent.some(({ kind }) => kind !== 'contact');
  if (told) return '/home';
  const next = nextOf(portal, session);
  const begun = next.step !== 'about' && JOURNEY.some((step) => step === next.step);
  return begun ? `${pathOf(next)}?again` : pathOf(next);
}

/** Where she is sent from a page of the way that is not yet, or no longer, hers; nothing when she may be there. */
export function elsewhere(
  portal: Portal,
  session: OpenSession,
  step: JourneyStep,
  page = 0,
): string | undefined {
  const next = nextOf(portal, session);
  return mayVisit(step, page, next) ? undefined : pathOf(next);
}

/** The page before, so that back always works. */
export function before(portal: Portal, step: JourneyStep, page = 0): string {
  if (step === 'questions' && page > 0) return `/questions/${page}`;
  const previous = JOURNEY[JOURNEY.indexOf(step) - 1] ?? 'about';
  return previous === 'questions' ? `/questions/${portal.asked.pages.length}` : `/${previous}`;
}

/** How far she is, of seven: about, contact, consent, questions, place, time, check. */
export function progressOf(step: JourneyStep): { readonly at: number; readonly of: number } {
  return { at: STAGES.indexOf(step === 'alone' ? 'questions' : step) + 1, of: STAGES.length };
}

const STAGES = JOURNEY.filter((step) => step !== 'alone');
