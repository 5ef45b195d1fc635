import type { ReactNode } from 'react';
import type { CaseId } from '../../../../domain/basics/ids.ts';
import { showCase } from '../../../../gate/inside/case.ts';
import { caseActWords } from '../../../../programmes/words/case-acts.ts';
import type { Asking, Given } from '../../asking.ts';
import { dayWords } from '../../day-words.ts';
import { givenId } from '../../given-id.ts';

/** By what she is reached now: what is typed stands below it. */
export async function HeldNow({
  asking,
  id,
}: {
  readonly asking: Asking;
  readonly id: CaseId;
}): Promise<ReactNode> {
  const [found] = await asking.answer(showCase, { case: id });
  if (!found) return null;
  const { fields } = found;
  const held = [
    ['電話', fields['contact.phone'] ?? ''],
    ['メール', fields['contact.email'] ?? ''],
  ] as const;
  return (
    <section aria-labelledby="held-now">
      <h2 id="held-now">今の登録(この内容が変わります)</h2>
      <dl className="facts">
        {held.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value === '' ? 'なし' : value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The version of her case that the page shows: whoever comes later with an older one is told so, and loses nothing. */
export async function shownCase(asking: Asking, given: Given): Promise<Readonly<Record<string, number>>> {
  const [found] = await asking.answer(showCase, { case: givenId(given, 'case') });
  return found ? { case: found.version } : {};
}

/** Whom an act is about, so that nobody is taken for another: name, reading, birthday, number, and the marks that warn. */
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
      <small> 番号 {id}</small>
      {[...(found.protected ? (['protected'] as const) : []), ...warnings].map((one) => (
        <span key={one} className="mark">
          {caseActWords.warnings[one]}
        </span>
      ))}
    </p>
  );
}
