import type { ReactNode } from 'react';
import type { PersonWarningWord } from '../../../../programmes/words/person-warnings.ts';
import { caseActWords } from '../../../../programmes/words/case-acts.ts';

/** What of a case must not be overlooked, beside a name. Words and edge, never colour alone. */
export type MarksOf = {
  readonly protected: boolean;
  readonly stopped?: boolean | undefined;
  readonly closed?: boolean | undefined;
  readonly followUp?: boolean | undefined;
  readonly warnings?: readonly PersonWarningWord[] | undefined;
};

export function Marks({ of }: { readonly of: MarksOf }): ReactNode {
  const urgent = [
    ...(of.protected ? [caseActWords.warnings.protected] : []),
    ...(of.stopped ? ['停止'] : []),
  ];
  const warn = [
    ...(of.warnings ?? []).filter((one) => one !== 'protected').map((one) => caseActWords.warnings[one]),
    ...(of.followUp ? ['要フォロー'] : []),
    ...(of.closed ? ['終了'] : []),
  ];
  if (urgent.length + warn.length === 0) return null;
  return (
    <span className="marks">
      {urgent.map((one) => (
        <span key={one} className="mark urgent">
          {one}
        </span>
      ))}
      {warn.map((one) => (
        <span key={one} className="mark">
          {one}
        </span>
      ))}
    </span>
  );
}
