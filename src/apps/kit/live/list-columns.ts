/**
 * Which columns are shown. The choice is remembered on this terminal by the heads of the list, which hold nothing of a
 * person. `apply` hides the same columns in rows that come later; `changed` is told after each choice.
 */
export function listColumns(
  table: HTMLTableElement,
  rows: () => readonly HTMLTableRowElement[],
  changed: () => void,
): { readonly details: Element; readonly apply: (rows: readonly HTMLTableRowElement[]) => void } {
  const heads = [...table.querySelectorAll<HTMLTableCellElement>('thead th[data-column]')];
  const name = `columns:${heads.map(({ textContent }) => textContent).join('|')}`;
  const hidden = new Set(read(name));
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = '列を選ぶ';
  details.append(summary);
  const isHidden = (head: HTMLTableCellElement): boolean => hidden.has(keyOf(head));
  const show = (head: HTMLTableCellElement, of: readonly HTMLTableRowElement[]): void => {
    for (const row of of) {
      const cell = row.cells[head.cellIndex];
      if (cell && row.cells.length > 1) cell.hidden = isHidden(head);
    }
  };
  const fixedRows = [...table.rows].filter((row) => row.parentElement?.tagName !== 'TBODY');
  // The first says whose row it is and stays.
  for (const head of heads.slice(1)) {
    const label = document.createElement('label');
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.checked = !isHidden(head);
    box.addEventListener('change', () => {
      if (box.checked) hidden.delete(keyOf(head));
      else hidden.add(keyOf(head));
      show(head, [...fixedRows, ...rows()]);
      changed();
      write(name, [...hidden]);
    });
    label.append(box, ` ${head.textContent}`);
    details.append(label);
    if (isHidden(head)) show(head, fixedRows);
  }
  return {
    details,
    apply: (added) => {
      for (const head of heads.slice(1)) if (isHidden(head)) show(head, added);
    },
  };
}

function keyOf(head: HTMLTableCellElement): string {
  return head.dataset['column'] ?? '';
}

function read(name: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

function write(name: string, keys: readonly string[]): void {
  try {
    localStorage.setItem(name, JSON.stringify(keys));
  } catch {
    // A terminal that keeps nothing shows all columns next time.
  }
}
