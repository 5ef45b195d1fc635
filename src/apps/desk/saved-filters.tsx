import type { ReactNode } from 'react';
import { ownFilters } from '../../gate/inside/saved-filter.ts';
import { actHref } from './act-link.tsx';
import type { Asking } from './asking.ts';
import { asGiven, dropFilterAct, renameFilterAct, saveFilterAct } from './screens/saved-filter-acts.tsx';

/** What she keeps above the list of the page that she asked for. */
export type SavedAbove = {
  readonly page: string;
  readonly at: string;
  readonly rows: readonly { readonly filter: string; readonly codes: string; readonly name: string }[];
};

export async function savedAbove(asking: Asking): Promise<SavedAbove> {
  const page = asking.by.screen ?? asking.path;
  return { page, at: asking.path, rows: await asking.answer(ownFilters, { page }) };
}

/** Her filters as links, and the way to keep the present one. `codes`: how the list is narrowed down now; '' when not. */
export function SavedFilters({
  of: { page, at, rows },
  codes,
}: {
  readonly of: SavedAbove;
  readonly codes: string;
}): ReactNode {
  const where = { page: asGiven.path(page), at: asGiven.path(at) };
  const isNew = CODES.test(codes) && !rows.some((one) => one.codes === codes);
  if (rows.length === 0 && !isNew) return null;
  return (
    <div className="saved-filters">
      {rows.length > 0 && (
        <nav aria-label="保存した条件">
          <ul>
            {rows.map((one) => (
              <li key={one.filter}>
                <a href={`${at}?${one.codes}`} aria-current={one.codes === codes ? 'true' : undefined}>
                  {one.name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {isNew && (
        <a href={actHref(saveFilterAct, { ...where, codes: asGiven.codes(codes) })}>この条件を保存する</a>
      )}
      {rows.length > 0 && (
        <details>
          <summary>名前を変える・消す</summary>
          <ul>
            {rows.map(({ filter, name }) => (
              <li key={filter}>
                {name}: <a href={actHref(renameFilterAct, { ...where, filter })}>名前を変える</a>{' '}
                <a href={actHref(dropFilterAct, { ...where, filter })}>消す</a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** Whatever is no plain code is not kept, for it might be words; an address of an act holds so much. */
const CODES = /^(?=.{1,128}$)[a-z-]+=[\w.-]+(?:&[a-z-]+=[\w.-]+)*$/;
