import type { CivilDate } from '../basics/civil-date.ts';
import type { MatterId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { ClosedDuty } from '../duties/close-duty.ts';
import { outstanding, type HandOverState } from '../hand-over/hand-over.ts';
import { freeFrom } from '../retention/retention-ends.ts';
import type { RetentionClass, RetentionRule } from '../retention/retention-rules.ts';
import type { Rules } from '../rules.ts';
import { askDisposalKey } from './ask-disposal-key.ts';
import type { DisposalState } from './disposal.ts';

export type RequestDisposal = {
  readonly disposal: MatterId;
  readonly class: RetentionClass;
  readonly whole: boolean;
  readonly upTo?: CivilDate | undefined;
  readonly of?: MatterId | undefined;
  /** The five fields of PII-12-2; `items` and `mediumName` as the paper says them. */
  readonly items: string;
  readonly mediumName: string;
  readonly medium: string;
  readonly quantity: number;
  readonly method: string;
  readonly plannedOn: CivilDate;
};

export type RequestDisposalRefusal =
  | RefusalOf<'disposal-requested-already', { disposal: MatterId }>
  | RefusalOf<'disposal-not-asked-for', { class: RetentionClass }>
  | RefusalOf<'disposal-planned-past', { plannedOn: CivilDate }>
  | RefusalOf<'disposal-up-to-needed', { class: RetentionClass }>
  | RefusalOf<'disposal-kept-until', { class: RetentionClass; freeFrom: CivilDate }>
  | RefusalOf<'handover-not-held', { matter: MatterId }>;

/**
 * The application to the ward before anything is erased or thrown away (PII-12-2). What must be kept longer is refused:
 * the access log three years from each entry (SEC-17-7). It ends the duty to ask when it is for the whole class.
 */
export function requestDisposal(
  state: { readonly disposal: DisposalState; readonly duty: ClosedDuty; readonly item?: HandOverState },
  command: RequestDisposal,
  { today, rules, ids }: Context,
): Decision | RequestDisposalRefusal {
  const { disposal, class: name, whole, upTo, of, items, mediumName, plannedOn } = command;
  if (state.disposal.requested) return { refused: 'disposal-requested-already', disposal };
  const rule = rules.retention.classes.find((one) => one.class === name);
  if (rule?.by !== 'disposal') return { refused: 'disposal-not-asked-for', class: name };
  if (plannedOn < today) return { refused: 'disposal-planned-past', plannedOn };
  const start = startOf(rule, upTo, rules);
  if (start === undefined) return { refused: 'disposal-up-to-needed', class: name };
  const free = freeFrom(rule, start);
  if (rule.least && plannedOn < free) return { refused: 'disposal-kept-until', class: name, freeFrom: free };
  if (of !== undefined && (!state.item || outstanding(state.item) === 0)) {
    return { refused: 'handover-not-held', matter: of };
  }
  const { medium, quantity, method } = command;
  return {
    facts: [
      {
        type: 'disposal.requested',
        disposal,
        class: name,
        whole,
        ...(upTo === undefined ? {} : { upTo }),
        ...(of === undefined ? {} : { of }),
        medium,
        quantity,
        method,
        plannedOn,
      },
      ...(whole && !state.duty.closed
        ? [{ type: 'duty.closed', duty: askDisposalKey(name), evidence: disposal } as const]
        : []),
    ],
    link: [{ subject: disposal, person: ids.fresh('person') }],
    keep: [{ of: disposal, section: 'handover', value: { items, 'medium-name': mediumName } }],
  };
}

function startOf(
  rule: RetentionRule,
  upTo: CivilDate | undefined,
  { contract }: Rules,
): CivilDate | undefined {
  return rule.from === 'entry' ? upTo : contract.to;
}
