/** Below so many rows a list is seen at a glance. */
export const MANY = 8;

/**
 * Above a long list: a box that keeps the rows which hold some words, which columns are shown, and printing. All of it
 * happens here; what is typed goes nowhere and is kept nowhere. The columns are remembered on this terminal by the heads
 * of the list, which hold nothing of a person.
 */
export function listTools(table: HTMLTableElement): void {
  const body = table.tBodies[0];
  const region = table.closest<HTMLElement>('.table') ?? table;
  if (!body || body.rows.length < MANY) return;
  const tools = document.createElement('div');
  tools.className = 'list-tools';
  tools.append(...filterOf(table, [...body.rows]), columnsOf(table), printButton());
  region.before(tools);
}

function filterOf(table: HTMLTableElement, rows: readonly HTMLTableRowElement[]): readonly Element[] {
  const label = document.createElement('label');
  const box = document.createElement('input');
  const count = document.createElement('span');
  box.type = 'text';
  box.autocomplete = 'off';
  box.spellcheck = false;
  label.append('この表の中で絞り込む ', box);
  count.className = 'count';
  const texts = rows.map((row) => folded(row.textContent));
  let timer: ReturnType<typeof setTimeout> | undefined;
  box.addEventListener('input', () => {
    const words = folded(box.value).split(' ').filter(Boolean);
    let shown = 0;
    for (const [nth, row] of rows.entries()) {
      row.hidden = !words.every((word) => texts[nth]?.includes(word));
      if (!row.hidden) shown += 1;
    }
    count.textContent = words.length > 0 ? `${shown} / ${rows.length}件` : '';
    table.classList.toggle('nothing', shown === 0);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const said = document.getElementById('said');
      if (said) said.textContent = words.length > 0 ? `${rows.length}件のうち${shown}件` : '';
    }, 500);
  });
  return [label, count];
}

function columnsOf(table: HTMLTableElement): Element {
  const heads = [...table.querySelectorAll<HTMLTableCellElement>('thead th[data-column]')];
  const name = `columns:${heads.map(({ textContent }) => textContent).join('|')}`;
  const hidden = new Set(read(name));
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = '列を選ぶ';
  details.append(summary);
  const show = (head: HTMLTableCellElement): void => {
    for (const row of table.rows) {
      const cell = row.cells[head.cellIndex];
      if (cell && row.cells.length > 1) cell.hidden = hidden.has(head.dataset['column'] ?? '');
    }
  };
  // The first says whose row it is and stays.
  for (const head of heads.slice(1)) {
    const key = head.dataset['column'] ?? '';
    const label = document.createElement('label');
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.checked = !hidden.has(key);
    box.addEventListener('change', () => {
      if (box.checked) hidden.delete(key);
      else hidden.add(key);
      show(head);
      write(name, [...hidden]);
    });
    label.append(box, ` ${head.textContent}`);
    details.append(label);
    show(head);
  }
  return details;
}

function printButton(): Element {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet';
  button.textContent = '印刷';
  button.addEventListener('click', () => print());
  return button;
}

/** Wide and narrow letters, capitals and both kana are one. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replaceAll(/\s+/g, ' ')
    .trim();
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
