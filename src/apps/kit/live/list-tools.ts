import { listColumns } from './list-columns.ts';
import { listMore } from './list-more.ts';
import { listRows } from './list-rows.ts';
import { listWindow } from './list-window.ts';
import { listWords } from './list-words.ts';

/** Below so many rows a list is seen at a glance. */
export const MANY = 8;

/**
 * Above a long list: a box that keeps the rows which hold some words, which columns are shown, and printing; a list that
 * was cut into pieces goes on by itself. What each row needs is done to those that come later too.
 */
export function listTools(table: HTMLTableElement): void {
  const region = table.closest<HTMLElement>('.table') ?? table;
  const first = listRows(table);
  if (first.length < MANY) return;
  const view = listWindow(table, region);
  const columns = listColumns(
    table,
    () => listRows(table),
    () => view.changed('columns'),
  );
  const added = (rows: readonly HTMLTableRowElement[]): void => {
    columns.apply(rows);
    words.apply(rows);
    view.add(rows);
  };
  const more = listMore(table, region, { added, narrowed: () => words.narrowed() });
  const words = listWords(table, more.total, () => {
    view.changed();
    more.look();
  });
  columns.apply(first);
  words.apply(first);
  view.add([]);
  const tools = document.createElement('div');
  tools.className = 'list-tools';
  tools.append(words.label, words.count, ...more.all, columns.details, printButton());
  region.before(tools);
}

function printButton(): Element {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet';
  button.textContent = '印刷';
  button.addEventListener('click', () => print());
  return button;
}
