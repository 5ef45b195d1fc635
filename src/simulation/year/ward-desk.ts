import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { CaseId, FactId } from '../../domain/basics/ids.ts';
import { isProgrammeDay, programmeDayAfter } from '../../domain/calendar/programme-days.ts';
import type { CaseState } from '../../domain/case.ts';
import type { Standing } from '../../domain/standing/standing.ts';
import type { Call } from '../../gate/execute.ts';
import type { Life, WardChange } from '../life.ts';
import type { Chance } from '../chance.ts';
import type { Actor, Hands } from './hands.ts';
import type { Office } from './office.ts';
import type { People } from './people.ts';
import { STAFF } from './staff.ts';

const WARD = { actor: STAFF.ward };
const MANAGER = { actor: STAFF.manager };
/** Programme days in which nobody speaks to her of a package. */
const ASKED_AFTER = 2;

/** What the ward is asked, and what follows from its answer, written down by the ward itself unless by another. */
type Question = {
  readonly case: CaseId;
  readonly about: string;
  readonly follows: Call;
  readonly by?: Actor;
};
const TWO = { actor: STAFF.ward, second: STAFF.manager };

/**
 * The ward's staff at their own screen: they say where mail to a protected woman goes, decide on follow-up, take over
 * referrals, say what becomes of a package that waited for them, and undo what was reported by mistake.
 */
export function wardDesk(hands: Hands, people: People): Office {
  const chance = hands.chanceFor('ward-desk');
  return {
    name: 'ward-desk',
    time: '14:30',
    open: (day) => isProgrammeDay(day, hands.rules.urgent.office),
    work: async () => {
      const places: Call[] = [];
      const words: Call[] = [];
      const asked: Question[] = [];
      for (const [id, state] of hands.book.cases()) {
        if (!state.standing.opened) continue;
        const life = people.of(id)?.life;
        if (state.standing.mailWay === 'undecided')
          places.push(mailWay(id, `ward-${id.slice(-8)}`, life, chance));
        words.push(...wordsOn(hands, id, state, chance));
        asked.push(...questionsOn(id, state, chance), ...afterLoss(hands, id, state, life, chance));
      }
      await hands.act(TWO, places);
      await hands.act(WARD, words);
      for (const question of asked) await askAndHear(hands, question);
      await undo(hands, people);
    },
  };
}

function wordsOn(hands: Hands, id: CaseId, { standing, visits }: CaseState, chance: Chance): readonly Call[] {
  const today = hands.clock.today();
  const ref = `ward-${id.slice(-8)}`;
  const calls: Call[] = [];
  if (standing.followUpProposed !== undefined) {
    const to = standing.followUpProposed && !chance.onceIn(5);
    calls.push({ row: 'case.decide-follow-up', input: { case: id, to, ref, on: today } });
  }
  for (const { referral, receivedOn } of visits.referrals) {
    if (!receivedOn) calls.push({ row: 'referral.receive', input: { case: id, referral } });
  }
  return calls;
}

function mailWay(id: CaseId, ref: string, life: Life | undefined, chance: Chance): Call {
  const place =
    life?.listing.mailTo ?? life?.changes.find((one) => one.kind === 'mail-address-changed')?.home;
  if (!place || chance.onceIn(2)) {
    return { row: 'case.name-mail-way', input: { case: id, way: 'ward', ref } };
  }
  return { row: 'case.name-mail-way', input: { case: id, way: 'designated', address: { ...place }, ref } };
}

/** What the office asks the ward in its own words, and what follows from the answer. */
function questionsOn(id: CaseId, { standing, benefit }: CaseState, chance: Chance): readonly Question[] {
  const ref = `ward-${id.slice(-8)}`;
  const holds = standing.holds.filter((reason) => reason !== 'ward-stop');
  return [
    ...holds.map((reason) => ({
      case: id,
      about: reason,
      follows: { row: 'case.end-hold', input: { case: id, reason, ref } },
    })),
    ...(benefit.heldFor && !benefit.entitlement
      ? [
          {
            case: id,
            about: 'entitlement',
            follows: {
              row: 'benefit.decide',
              input: { case: id, to: chance.onceIn(4) ? 'withhold' : 'grant', ref },
            },
          },
        ]
      : []),
  ];
}

/**
 * The human decision on a package that she had earned before a loss (AMB-05): a nurse of the ward who knows her finds
 * out whether she wishes it. It leaves then, or she is not written to about it any more.
 */
function afterLoss(
  { clock, rules }: Hands,
  id: CaseId,
  { benefit, standing }: CaseState,
  life: Life | undefined,
  chance: Chance,
): readonly Question[] {
  const { heldFor, heldOn, entitlement } = benefit;
  const on = clock.today();
  if (heldFor !== 'loss' || !entitlement || !heldOn || standing.womanDied || standing.closed) return [];
  if (standing.withdrawn?.package === 'decline') return [];
  if (on < programmeDayAfter(heldOn, ASKED_AFTER, rules.urgent.office)) return [];
  const wish = life?.packageAfterLoss ?? chance.onceIn(2);
  const ref = `ward-${id.slice(-8)}`;
  const follows = wish
    ? { row: 'benefit.release', input: { case: id, on, channel: 'ward', by: 'ward', ref, wish } }
    : { row: 'case.withdraw', input: { case: id, channel: 'ward', package: 'decline' } };
  return [{ case: id, about: 'package-after-loss', follows, by: MANAGER }];
}

async function askAndHear(hands: Hands, { case: id, about, follows, by = WARD }: Question): Promise<void> {
  const matter = hands.ids.fresh('matter');
  const ref = `${about.slice(0, 24)}-${matter.slice(-8)}`;
  await hands.act(MANAGER, [
    {
      row: 'ward.ask',
      input: { matter, case: id, about, channel: 'phone', by: 'health-centre', ref },
    },
  ]);
  await hands.act(WARD, [
    {
      row: 'ward.record-answer',
      input: { matter, answer: 'decided', channel: 'screen', by: 'health-centre', ref },
    },
  ]);
  await hands.act(by, [follows]);
}

/** The ward's recorded word that something had not happened, or is over: two people sign. */
async function undo(hands: Hands, people: People): Promise<void> {
  const today = hands.clock.today();
  const calls: Call[] = [];
  for (const { case: id, life, planned } of people.all) {
    if (!id) continue;
    for (const change of life.changes) {
      const { undone } = change;
      if (!undone || undone.on > today || planned.has(`undone ${change.kind}`)) continue;
      const call = undoing(id, change, hands.book.caseOf(id).standing, undone);
      if (!call) continue;
      planned.add(`undone ${change.kind}`);
      calls.push(call);
    }
  }
  await hands.act(TWO, calls);
}

function undoing(
  id: CaseId,
  { kind }: WardChange,
  standing: Standing,
  { ref }: { readonly on: CivilDate; readonly ref: string },
): Call | undefined {
  if (kind === 'protection-started') {
    return standing.protected ? { row: 'case.end-protection', input: { case: id, ref } } : undefined;
  }
  const of = stopOf(kind, standing);
  return of && { row: 'case.lift-stop', input: { case: id, of, by: 'ward', ref } };
}

function stopOf(kind: WardChange['kind'], standing: Standing): FactId | undefined {
  switch (kind) {
    case 'loss':
      return standing.loss?.fact;
    case 'child-death':
      return standing.childDied?.fact;
    case 'woman-death':
      return standing.womanDied?.fact;
    case 'birth':
      return standing.birth?.fact;
    case 'sending-stopped':
      return standing.wardStop?.fact;
    default:
      return undefined;
  }
}
