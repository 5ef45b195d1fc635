import type { CivilDate } from '../basics/civil-date.ts';
import type { FactId } from '../basics/ids.ts';
import { isRefusal } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { CaseSeen } from './case-open.ts';
import { liftStop } from './lift-stop.ts';
import type { Standing } from './standing.ts';
import { stopsOn, type StopWord } from './what-stops-what.ts';

/** Who takes a stop back: two people on the ward's word, she herself after three points, a move back, a person who has looked, or nobody. */
export type Undoing =
  | 'two-people'
  | 'end-protection'
  | 'herself'
  | 'move-back'
  | 'end-hold'
  | 'name-mail-way'
  | 'none';

/** One stop that is in force, with the fact that set it where one did. */
export type StopInForce = {
  readonly word: StopWord;
  readonly fact?: FactId;
  readonly on?: CivilDate;
  /** A pause ends by itself on this day. */
  readonly until?: CivilDate;
  /** Of a hold: the code of why. */
  readonly reason?: string;
  readonly undo: Undoing;
};

type Told = Omit<StopInForce, 'undo'>;

/**
 * Every stop in force on a day, each as it is taken back (design.md section 4, last sentence): the decision that lifts
 * stops is asked, so that a page offers what the gate will do and nothing else.
 */
export function stopsInForce(
  seen: CaseSeen,
  id: `case_${string}`,
  context: Omit<Context, 'ids' | 'known'>,
): readonly StopInForce[] {
  return stopsOn(seen.case.standing, context.today)
    .flatMap((word) => toldOf(seen.case.standing, word))
    .map((told) => ({ ...told, undo: undoingOf(seen, id, told, context) }));
}

function toldOf(standing: Standing, word: StopWord): readonly Told[] {
  const { loss, childDied, womanDied, birth, wardStop, protected: guarded, withdrawn } = standing;
  switch (word) {
    case 'loss':
      return [loss, childDied].flatMap((one) => (one ? [{ word, ...one }] : []));
    case 'woman-died':
      return womanDied ? [{ word, ...womanDied }] : [];
    case 'birth':
      return birth ? [{ word, ...birth }] : [];
    case 'ward-stop':
      return wardStop ? [{ word, ...wardStop }] : [];
    case 'protection':
      return guarded ? [{ word, ...guarded }] : [];
    case 'withdrawal':
      return withdrawn ? [{ word, fact: withdrawn.fact, on: withdrawn.on }] : [];
    case 'moved-out':
      return standing.movedOut ? [{ word, ...standing.movedOut }] : [];
    case 'pause': {
      const { paused } = standing;
      return paused ? [{ word, fact: paused.fact, on: paused.on, until: paused.until }] : [];
    }
    case 'hold':
      return standing.holds.map((reason) => ({ word, reason }));
    case 'unreachable':
      return [{ word, ...(standing.unreachable ? { on: standing.unreachable } : {}) }];
    case 'closed':
      return [{ word, ...(standing.closedOn ? { on: standing.closedOn } : {}) }];
    case 'not-opened':
    case 'mail-way-undecided':
    case 'carried-over':
      return [{ word }];
  }
}

function undoingOf(
  seen: CaseSeen,
  id: `case_${string}`,
  { word, fact }: Told,
  context: Omit<Context, 'ids' | 'known'>,
): Undoing {
  if (word === 'hold') return 'end-hold';
  if (word === 'mail-way-undecided') return 'name-mail-way';
  if (word === 'protection') return 'end-protection';
  if (!fact) return 'none';
  const lifted = liftStop(
    seen,
    { case: id, of: fact, by: 'ward', ref: 'to-come' },
    { ...context, second: 'account_to-come', ids: { fresh: (kind) => `${kind}_to-come` }, known: {} },
  );
  if (!isRefusal(lifted)) return 'two-people';
  if (lifted.refused === 'undone-by-herself-only') return 'herself';
  return lifted.refused === 'undone-by-move-back' ? 'move-back' : 'none';
}
