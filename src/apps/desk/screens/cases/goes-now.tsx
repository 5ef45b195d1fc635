import type { ReactNode } from 'react';
import type { CaseId } from '../../../../domain/basics/ids.ts';
import { showWhereItGoes } from '../../../../gate/inside/where-it-goes.ts';
import type { Asking } from '../../asking.ts';

const PLACES = [
  { section: 'address', term: '登録の住所' },
  { section: 'mail-address', term: '区が指定した郵便の送付先' },
  { section: 'delivery-address', term: '別のお届け先' },
] as const;

/** Where her letters and package go now: another place is typed below it (domain.md 8). */
export async function GoesNow({
  asking,
  id,
}: {
  readonly asking: Asking;
  readonly id: CaseId;
}): Promise<ReactNode> {
  const [found] = asking.may(showWhereItGoes) ? await asking.answer(showWhereItGoes, { case: id }) : [];
  if (!found) return null;
  return (
    <section aria-labelledby="goes-now">
      <h2 id="goes-now">今の住所</h2>
      {found.protected ? (
        <p>支援措置のため表示しません。住所は区の言葉でだけ変わります。</p>
      ) : (
        <dl className="facts">
          {PLACES.map(({ section, term }) => {
            const held = placeOf(found.fields, section);
            return held === '' && section !== 'address' ? null : (
              <div key={section}>
                <dt>{term}</dt>
                <dd>{held === '' ? 'なし' : held}</dd>
              </div>
            );
          })}
        </dl>
      )}
    </section>
  );
}

function placeOf(
  fields: Readonly<Partial<Record<string, string>>>,
  section: (typeof PLACES)[number]['section'],
): string {
  return [
    fields[`${section}.postcode`]?.replace(/^(\d{3})-?(\d{4})$/, '〒$1-$2'),
    fields[`${section}.address`],
    fields[`${section}.building`],
  ]
    .filter((one) => one)
    .join(' ');
}
