import { say } from './say.ts';

/** What the box finds: of the rows that are here, and whether these are all there are. */
export type ListWords = {
  readonly label: Element;
  readonly count: Element;
  /** Whether only some rows are shown now. */
  readonly narrowed: () => boolean;
  /** Rows that came later, under the words of now. */
  readonly apply: (rows: readonly HTMLTableRowElement[]) => void;
};

/**
 * A box that keeps the rows which hold some words. It happens here: what is typed goes nowhere and is kept nowhere, and
 * only rows that are loaded are looked through, which it says.
 */
export function listWords(
  table: HTMLTableElement,
  /** How many there are in all, with those that are not loaded. */
  total: () => number,
  /** Told after each change. */
  changed: () => void,
): ListWords {
  const label = document.createElement('label');
  const box = document.createElement('input');
  const count = document.createElement('span');
  box.type = 'text';
  box.autocomplete = 'off';
  box.spellcheck = false;
  label.append('この表の中で絞り込む ', box);
  count.className = 'count';
  const rows: HTMLTableRowElement[] = [];
  const texts: string[] = [];
  let words: readonly string[] = [];
  let shown = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = (from: number): void => {
    for (let nth = from; nth < rows.length; nth += 1) {
      const row = rows[nth];
      const hidden = !words.every((word) => texts[nth]?.includes(word));
      if (row && row.hidden !== hidden) row.hidden = hidden;
      if (!hidden) shown += 1;
    }
    const loaded = rows.length.toLocaleString('ja-JP');
    const isAll = rows.length >= total();
    const found = shown.toLocaleString('ja-JP');
    count.textContent =
      words.length === 0 ? '' : isAll ? `${found} / ${loaded}件` : `${found}件 / 読み込んだ${loaded}件の中`;
    table.classList.toggle('nothing', words.length > 0 && shown === 0);
    clearTimeout(timer);
    if (words.length > 0)
      timer = setTimeout(() => say(`${isAll ? '' : '読み込んだ'}${loaded}件のうち${found}件`), 500);
  };

  box.addEventListener('input', () => {
    words = folded(box.value).split(' ').filter(Boolean);
    shown = 0;
    show(0);
    changed();
  });
  return {
    label,
    count,
    narrowed: () => words.length > 0,
    apply: (added) => {
      const from = rows.length;
      rows.push(...added);
      texts.push(...added.map((row) => folded(row.textContent)));
      show(from);
    },
  };
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
