import { onlineUntil } from '../../domain/booking/visit-time.ts';
import { hasApplied } from '../../domain/portal/next-step.ts';
import type { TellKind } from '../../domain/portal/message.ts';
import { TELL_KINDS } from '../../domain/portal/message.ts';
import { shownDate } from '../../domain/portal/shown-date.ts';
import type { OpenSession } from '../../gate/outside/outside-gate.ts';
import type { Portal } from './portal.ts';
import { elsewhere } from './where.ts';

/** What the pages of place and time are for: a first application, a date after it, or another date. */
export type Flow = 'apply' | 'book' | 'move';

export function flowOf({ inside, own }: OpenSession): Flow {
  if (shownDate(inside, own)) return 'move';
  return hasApplied(inside, own) ? 'book' : 'apply';
}

/** Where she is sent from a page of place or time that is not hers. A date is moved until its cut-off (CHI-8.14-1). */
export function awayFrom(
  portal: Portal,
  session: OpenSession,
  step: 'place' | 'times' | 'check',
): string | undefined {
  if (flowOf(session) !== 'move') return elsewhere(portal, session, step);
  if (!tellsOpen(portal, session).includes('move-booking') || !session.inside.bookable) return '/home';
  if (step !== 'place' && !placeOf(session)) return '/place';
  return step === 'check' && !holds(portal, session) ? '/times' : undefined;
}

/** Where the talk is to be: as she said; of a date at home that is moved, at home. */
export function placeOf({ inside, own }: OpenSession): OpenSession['own']['place'] {
  const shown = shownDate(inside, own);
  if (own.place) return own.place;
  return shown?.mode === 'visit' ? { mode: 'visit' } : undefined;
}

/** A seat is kept for her at this moment. */
export function holds({ gate }: Portal, { own }: OpenSession): boolean {
  return own.hold !== undefined && own.hold.until > gate.now();
}

/** What she may tell now: as the inside says, and of a date that it has not heard of yet, moving and giving up. */
export function tellsOpen(portal: Portal, { inside, own }: OpenSession): readonly TellKind[] {
  const shown = shownDate(inside, own);
  const open = new Set(inside.tells);
  if (!shown) {
    open.delete('move-booking');
    open.delete('cancel-booking');
  } else {
    if (!shown.certain) open.add('move-booking').add('cancel-booking');
    if (portal.gate.now() > changeableUntil(portal, shown)) open.delete('move-booking');
  }
  return TELL_KINDS.filter((kind) => open.has(kind));
}

/** Until when her date is moved here; afterwards by telephone, for the visitor is on her way. */
export function changeableUntil({ programme }: Portal, shown: NonNullable<ReturnType<typeof shownDate>>) {
  return shown.changeableUntil ?? onlineUntil(shown.date, programme.rules);
}
