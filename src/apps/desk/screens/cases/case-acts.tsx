import type { ReactNode } from 'react';
import type { CaseId } from '../../../../domain/basics/ids.ts';
import type { CaseAct } from '../../../../domain/standing/foresee-act.ts';
import { caseActWords } from '../../../../programmes/words/case-acts.ts';
import { ActLink } from '../../act-link.tsx';
import type { Asking, Given } from '../../asking.ts';
import type { Act } from '../../route.ts';
import { applicationCaseActs } from '../calls/application-acts.ts';
import { standingCaseActs } from './standing-acts.tsx';
import { stopCaseActs } from './stop-acts.tsx';
import { undoStopActs } from './undo-acts.tsx';
import { whereItGoesCaseActs } from './where-it-goes-acts.tsx';

/** Which act of the desk tells each of them. */
const ACTS: Readonly<Record<CaseAct, Act>> = {
  loss: stopCaseActs.loss,
  'child-death': stopCaseActs.loss,
  death: stopCaseActs.death,
  birth: stopCaseActs.birth,
  'move-out': whereItGoesCaseActs.moveOut,
  'move-within': whereItGoesCaseActs.moveByTwo,
  'move-back': whereItGoesCaseActs.moveByTwo,
  pause: stopCaseActs.pause,
  resume: undoStopActs.resume,
  withdraw: stopCaseActs.withdraw,
  'start-protection': stopCaseActs.protection,
  'end-protection': undoStopActs.endProtection,
  hold: stopCaseActs.hold,
  'ward-stop': stopCaseActs.wardStop,
  'change-due-date': standingCaseActs.dueDate,
  'change-contact': standingCaseActs.contact,
  'name-delivery': whereItGoesCaseActs.delivery,
  'name-mail-way': standingCaseActs.mailWay,
  designate: standingCaseActs.designate,
  'propose-follow-up': standingCaseActs.proposeFollowUp,
  'decide-follow-up': standingCaseActs.decideFollowUp,
  close: standingCaseActs.close,
};

/** What the page of an act has chosen already. */
const GIVEN: Readonly<Partial<Record<CaseAct, Given>>> = {
  'move-within': { kind: 'within' },
  'move-back': { kind: 'back' },
};

/** What is told besides, without a judgement of its own before it is done. */
const BESIDES: readonly Act[] = [
  standingCaseActs.wardWord,
  standingCaseActs.contactByWard,
  whereItGoesCaseActs.moveByWard,
];
/** Of her registration, as it is told on the telephone: for the office, and not after a loss. */
const OF_REGISTRATION: readonly Act[] = [applicationCaseActs.register, applicationCaseActs.consent];

const STOPS: readonly CaseAct[] = [
  'loss',
  'death',
  'withdraw',
  'pause',
  'birth',
  'move-out',
  'hold',
  'ward-stop',
  'start-protection',
];
const CHANGES: readonly CaseAct[] = [
  'change-contact',
  'change-due-date',
  'move-within',
  'name-delivery',
  'name-mail-way',
  'designate',
  'propose-follow-up',
  'decide-follow-up',
  'close',
];
/** After a loss nothing on her page speaks of the child (CHI-8.14-5). */
const NOT_IN_GRIEF: readonly CaseAct[] = [
  'birth',
  'change-due-date',
  'propose-follow-up',
  'decide-follow-up',
];
/** A clerk who sees no standing still says stop in one act. */
const FOR_ANYBODY: readonly CaseAct[] = ['loss', 'death', 'hold'];

type Judged = { readonly act: CaseAct; readonly can: 'done' | 'known' | 'refused'; readonly why?: string };

/** What may be done now, and for each act that is not possible why not, as the decisions say it. */
export function CaseActs({
  asking,
  id,
  standing,
}: {
  readonly asking: Asking;
  readonly id: CaseId;
  readonly standing: { readonly acts: readonly Judged[]; readonly grief: boolean } | undefined;
}): ReactNode {
  const judged = new Map((standing?.acts ?? []).map((one) => [one.act, one]));
  const listed = (of: readonly CaseAct[]) =>
    of.filter(
      (act) =>
        asking.may(ACTS[act].row) &&
        (standing ? judged.has(act) : FOR_ANYBODY.includes(act)) &&
        !(standing?.grief && NOT_IN_GRIEF.includes(act)),
    );
  const possible = (act: CaseAct) => !standing || judged.get(act)?.can === 'done';
  const [stops, changes] = [listed(STOPS), listed(CHANGES)];
  const refused = [...stops, ...changes].filter((act) => !possible(act));
  const mayRegister = standing && asking.may(applicationCaseActs.register.row);
  const besides = [...BESIDES, ...(mayRegister && !standing.grief ? OF_REGISTRATION : [])].filter(({ row }) =>
    asking.may(row),
  );
  if (stops.length + changes.length === 0) return null;
  return (
    <section aria-labelledby="acts">
      <h2 id="acts">できること</h2>
      <Row id={id} title="止める・知らせる" acts={stops.filter(possible)} />
      <Row id={id} title="変える" acts={changes.filter(possible)}>
        {besides.map((one) => (
          <ActLink key={one.name} of={one} given={{ case: id }} text={one.title} />
        ))}
      </Row>
      {refused.length > 0 && (
        <details className="refused">
          <summary>今はできないこと({refused.length})</summary>
          <dl>
            {refused.map((act) => (
              <div key={act}>
                <dt>{caseActWords.acts[act]}</dt>
                <dd>{judged.get(act)?.why ?? 'もうそのように記録されています。'}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </section>
  );
}

function Row({
  id,
  title,
  acts,
  children,
}: {
  readonly id: CaseId;
  readonly title: string;
  readonly acts: readonly CaseAct[];
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <div className="act-row" role="group" aria-label={title}>
      <h3>{title}</h3>
      <div className="acts">
        {acts.map((act) => (
          <ActLink
            key={act}
            of={ACTS[act]}
            given={{ case: id, ...GIVEN[act] }}
            text={caseActWords.acts[act]}
          />
        ))}
        {children}
      </div>
    </div>
  );
}
