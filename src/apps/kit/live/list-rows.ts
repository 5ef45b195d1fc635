/** The rows of a list, those far outside the view and those hidden by words too. */
export function listRows(table: HTMLTableElement): readonly HTMLTableRowElement[] {
  return [...table.tBodies]
    .filter((body) => !body.classList.contains('gap'))
    .flatMap((body) => [...body.rows]);
}
