import type { ReactNode } from 'react';
import type { IdKind } from '../../domain/basics/ids.ts';
import type { Command, TypedCommand } from '../../gate/command.ts';
import type { Receipt } from '../../gate/execute.ts';
import type { Question } from '../../gate/question.ts';
import type { Asking, Given, Knocking } from './asking.ts';
import type { FieldSpec } from './field-spec.ts';
import type { Problem, Reply } from './reply.ts';
import type { Values } from './values.ts';
import type { Work } from './work.ts';

/** Everything that answers under an address. Rights are those of the gate's rows: nothing is decided here a second time. */
export type DeskRoute = Screen | Act | Step | Door;

/** A page that shows something. Whoever may not ask one of `asks` neither sees it in the rail nor gets it. */
export type Screen = {
  readonly kind: 'screen';
  readonly path: string;
  readonly work: Work;
  readonly title: string;
  /** Stands among the pages of its work, in this order; without it the page is reached from another one. */
  readonly tab?: number;
  readonly asks: readonly Question[];
  /** One of these at least: the page is made of parts that ask for themselves. */
  readonly some?: readonly Question[];
  readonly show: (asking: Asking) => Promise<Reply>;
};

/**
 * One row of the gate as something that a person does: `GET /do/<name>?case=…` shows what will happen and asks what must
 * be known, `POST` does it once. Refusals come back on the same page with what was typed. A row with a second person asks
 * for hers there.
 */
export type Act = {
  readonly kind: 'act';
  readonly name: string;
  readonly row: Command;
  readonly work: Work;
  readonly title: string;
  /** One verb. */
  readonly button: string;
  /** Cannot be taken back: says so. */
  readonly grave?: boolean | undefined;
  /** Names of the ids that come with the address, such as `case`. */
  readonly given: readonly string[];
  /** Ids of what the act makes, by name: drawn when the page opens, so that sent twice it is made once. */
  readonly fresh?: Readonly<Record<string, IdKind>> | undefined;
  readonly fields: (asking: Asking, given: Given) => Promise<readonly FieldSpec[]> | readonly FieldSpec[];
  /** Exactly what will happen, and to how many people. */
  readonly explain?: ((asking: Asking, given: Given) => Promise<ReactNode> | ReactNode) | undefined;
  /** What fits field by field and not together, such as one of two that must be there. */
  readonly wrong?: ((values: Values, given: Given) => readonly Problem[]) | undefined;
  readonly input: (values: Values, given: Given, asking: Asking) => unknown;
  /** The versions of streams that the page showed, by the row's stream names. */
  readonly shown?: ((asking: Asking, given: Given) => Promise<Readonly<Record<string, number>>>) | undefined;
  /** Said on the page that follows; no personal data. */
  readonly done: string;
  /** Where it was done from and where she is afterwards. */
  readonly to: (given: Given, receipt?: Receipt) => string;
};

/** A row of the gate as an act, checked against the input of the row. */
export function act<Input>(
  of: Omit<Act, 'kind' | 'name' | 'row' | 'input' | 'fields'> & {
    /** When the row is done in several ways, such as a loss on the telephone. */
    readonly name?: string;
    readonly row: TypedCommand<Input>;
    readonly fields?: Act['fields'] | readonly FieldSpec[];
    readonly input: (values: Values, given: Given, asking: Asking) => NoInfer<Input>;
  },
): Act {
  const { fields = [] } = of;
  return {
    ...of,
    kind: 'act',
    name: of.name ?? of.row.name,
    fields: typeof fields === 'function' ? fields : () => fields,
  };
}

/** A POST of its own, where a page does more than one row of the gate can say (an upload, a scan). */
export type Step = {
  readonly kind: 'step';
  readonly path: string;
  readonly work: Work;
  readonly needs: readonly (Command | Question)[];
  readonly files?: boolean | undefined;
  readonly handle: (asking: Asking) => Promise<Reply>;
};

/** A page of the door. */
export type Door = {
  readonly kind: 'door';
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** `nothing`: for whoever comes; `half`: for a session that waits for its next proof. */
  readonly needs: 'nothing' | 'half' | 'open';
  readonly handle: (knocking: Knocking) => Promise<Reply>;
};
