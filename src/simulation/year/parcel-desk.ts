import { addDays, type CivilDate } from '../../domain/basics/civil-date.ts';
import type { CaseId } from '../../domain/basics/ids.ts';
import { isReceived, onItsWay } from '../../domain/benefits/package-state.ts';
import { isProgrammeDay } from '../../domain/calendar/programme-days.ts';
import type { CaseState } from '../../domain/case.ts';
import { mayGoOut } from '../../domain/standing/what-stops-what.ts';
import type { Call } from '../../gate/execute.ts';
import type { Hands } from './hands.ts';
import type { Office } from './office.ts';
import type { People, Person } from './people.ts';
import { STAFF } from './staff.ts';

/** Who leaves the country so soon after the talk would not be there for a package any more. */
const LEAVES_WITHIN = 14;

/** Where somebody of this town moves to. */
const ELSEWHERE = { postcode: '182-0026', address: '東京都調布市小島町２丁目３５番地１', building: '' };

/**
 * Packages that may not leave yet: of women who go abroad (CHI-8.8-8), and of those who moved away and have not said
 * where to (AMB-47). It looks before the week's batch is made, and again after the ward's word of that morning.
 */
export function parcelDesk(hands: Hands, people: People, time: string): Office {
  return {
    name: `parcel-desk ${time}`,
    time,
    open: (day) => isProgrammeDay(day, hands.rules.inquiry.hours.calendar),
    work: async () => {
      const calls: Call[] = [];
      for (const [id, state] of hands.book.cases()) {
        if (!isOwed(state)) continue;
        calls.push(...(abroad(hands, id, state, people.of(id)) ?? whereTo(hands, id, state)));
      }
      // The manager with an operator beside him: where a package goes is never the word of one.
      await hands.act({ actor: STAFF.manager, second: STAFF.operator }, calls);
    },
  };
}

function isOwed({ benefit, mail, standing }: CaseState): boolean {
  const { entitlement, expired } = benefit;
  if (entitlement?.to !== 'granted' || expired || isReceived(mail) || onItsWay(mail)) return false;
  return !standing.womanDied && standing.withdrawn?.package !== 'decline';
}

/** She is held at the talk's end, and until she tells us that she is back; nothing when she does not go abroad. */
function abroad(
  { clock }: Hands,
  id: CaseId,
  { benefit }: CaseState,
  person: Person | undefined,
): readonly Call[] | undefined {
  const today = clock.today();
  const goes = person?.life.away.some(
    ({ why, from, until }) =>
      why === 'abroad' && from <= addDays(today, LEAVES_WITHIN) && (!until || until > today),
  );
  if (!goes) return undefined;
  return benefit.heldFor ? [] : [{ row: 'benefit.hold', input: { case: id, reason: 'overseas' } }];
}

/** On the day on which the move is known the package is held; on the next she is reached and names a place. */
function whereTo({ clock }: Hands, id: CaseId, { benefit, standing }: CaseState): readonly Call[] {
  const today = clock.today();
  const { heldFor, heldOn } = benefit;
  const { movedOut, deliveryKnown, protected: isProtected } = standing;
  const unknown = movedOut !== undefined && !deliveryKnown && !isProtected;
  const release: Call = {
    row: 'benefit.release',
    input: { case: id, on: today, channel: 'phone', by: 'herself' },
  };
  if (heldFor === 'address-unclear') {
    if (!unknown) return [release];
    return heldOn && heldOn < today ? [...asked(id, standing, today), release] : [];
  }
  if (heldFor || !unknown || !movedOut) return [];
  // Until the day of the move she still gets it where she lives.
  if (movedOut.on > today) return asked(id, standing, today);
  return [{ row: 'benefit.hold', input: { case: id, reason: 'address-unclear' } }, called(id, 'no-answer')];
}

/** She is called, or the ward is when nobody may call her, and the new place is written down. */
function asked(id: CaseId, standing: CaseState['standing'], today: CivilDate): readonly Call[] {
  const goes = mayGoOut(standing, 'calls', today).goes;
  if (goes) {
    const input = { case: id, source: 'phone', address: { ...ELSEWHERE } };
    return [called(id, 'reached'), { row: 'case.name-delivery-by-two', input }];
  }
  const input = { case: id, what: 'delivery-address', source: 'ward', values: { ...ELSEWHERE } };
  return [{ row: 'case.change-contact-by-ward', input }];
}

function called(id: CaseId, result: 'reached' | 'no-answer'): Call {
  return { row: 'call.record', input: { case: id, about: 'package-address', result } };
}
