import type { ReactNode } from 'react';
import type { CaseId } from '../../../../domain/basics/ids.ts';
import { showCase } from '../../../../gate/inside/case.ts';
import { caseActWords } from '../../../../programmes/words/case-acts.ts';
import type { Asking } from '../../asking.ts';
import { dayWords } from '../../day-words.ts';

/** Whom an act is about, so that nobody is taken for another: name, reading, birthday, and the marks that warn. */
export async function WhoLine({
  asking,
  id,
}: {
  readonly asking: Asking;
  readonly id: CaseId;
}): Promise<ReactNode> {
  const [found] = await asking.answer(showCase, { case: id });
  if (!found) return null;
  const { fields, warnings } = found;
  const name = fields['identity.name'] ?? '(氏名は表示できません)';
  const born = fields['identity.birthDate'];
  return (
    <p className="who-line">
      <strong>{name}</strong>
      {fields['identity.kana'] && <span> {fields['identity.kana']}</span>}
      {born && <span> {dayWords(born)}生</span>}
      {[...(found.protected ? (['protected'] as const) : []), ...warnings].map((one) => (
        <span key={one} className="mark">
          {caseActWords.warnings[one]}
        </span>
      ))}
    </p>
  );
}
