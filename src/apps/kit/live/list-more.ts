import { say } from './say.ts';

/** "All" never means more than this: whoever wants more narrows the list down by its filters. */
const MOST = 5000;
/** How near to its end a list goes on. */
const NEAR = '0px 0px 600px 0px';
const PATIENCE = 30_000;

type Hooks = {
  /** Rows that came, before anything is told of them. */
  readonly added: (rows: readonly HTMLTableRowElement[]) => void;
  /** Whether only some rows are shown: then nothing goes on by itself, for it would run to the end. */
  readonly narrowed: () => boolean;
};

export type LongList = {
  /** How many there are in all. */
  readonly total: () => number;
  /** Loads all that is left, up to the most; stands above the list. */
  readonly all: readonly Element[];
  /** All rows are shown again: it may go on. */
  readonly look: () => void;
};

/**
 * A list that goes on: as the reader comes near its end, or steps over it by `j`, the next piece of the same address is
 * fetched, with the same session and through the same gate, which remembers piece by piece whose names were opened. A
 * piece that does not come takes nothing away; it is asked for again by a button.
 */
export function listMore(table: HTMLTableElement, region: HTMLElement, hooks: Hooks): LongList {
  const { list = '', more, total: counted, from: start = '0' } = table.dataset;
  let next = more;
  let total = Number(counted ?? '0');
  let loaded = table.tBodies[0]?.rows.length ?? 0;
  if (counted === undefined) total = loaded;
  let moved = false;
  let under: Promise<HTMLTableRowElement | undefined> | undefined;
  let loadsAll = false;
  const known = new Set([...(table.tBodies[0]?.rows ?? [])].map((row) => row.dataset['row']));
  const pieces = new WeakMap<Element, string>();
  const end = endOf(table, region);
  const all = button('');
  const progress = document.createElement('progress');
  progress.setAttribute('aria-label', '一覧の読み込み');
  progress.hidden = true;

  const load = (): Promise<HTMLTableRowElement | undefined> =>
    (under ??= loadOne().finally(() => {
      under = undefined;
    }));
  const loadOne = async (): Promise<HTMLTableRowElement | undefined> => {
    const address = next;
    if (address === undefined) return undefined;
    end.busy();
    const piece = await fetchPiece(address, list);
    if ('failed' in piece) {
      loadsAll = false;
      end.failed(piece.failed, loaded);
      say(piece.failed);
      tell();
      return undefined;
    }
    moved ||= piece.total !== total;
    total = piece.total ?? Number(start) + loaded;
    next = piece.next;
    // For the keys (`desk.js`): whether the list goes on.
    if (next === undefined) delete table.dataset['more'];
    else table.dataset['more'] = next;
    const rows = piece.rows.filter((row) => !known.has(row.dataset['row']));
    for (const row of rows) {
      known.add(row.dataset['row']);
      pieces.set(row, address);
    }
    loaded += rows.length;
    hooks.added(rows);
    const words = tell();
    if (!loadsAll || next === undefined) say(words);
    look();
    return rows[0];
  };

  /** The count of the list, and what can still be done. */
  const tell = (): string => {
    const [here, everything] = [loaded, total].map((one) => one.toLocaleString('ja-JP'));
    const first = Number(start);
    const words =
      loaded === total
        ? `${everything}件`
        : first === 0
          ? `${here}件を表示 / 全${everything}件`
          : `${first + 1}〜${first + loaded}件目を表示 / 全${everything}件`;
    const count = table.caption?.querySelector('.count');
    if (count) count.textContent = words;
    table.setAttribute('aria-rowcount', `${total + 1}`);
    const left = Math.min(MOST, total - first) - loaded;
    all.hidden = next === undefined || left <= 0;
    all.textContent = loadsAll
      ? '読み込みを止める'
      : total - first > MOST
        ? `${MOST.toLocaleString('ja-JP')}件まで読み込む`
        : `残りの${left.toLocaleString('ja-JP')}件も読み込む`;
    progress.hidden = !loadsAll;
    progress.max = loaded + Math.max(0, left);
    progress.value = loaded;
    if (!end.hasFailed()) end.still(next === undefined, moved);
    return words;
  };

  const near = new IntersectionObserver(
    (entries) => {
      if (entries.at(-1)?.isIntersecting && next !== undefined && !hooks.narrowed() && !end.hasFailed())
        void load();
    },
    { root: region === table ? null : region, rootMargin: NEAR },
  );
  /** An end that was already near is looked at anew. */
  const look = (): void => {
    near.unobserve(end.mark);
    if (next !== undefined) near.observe(end.mark);
  };

  const further = async (): Promise<void> => {
    end.again();
    const first = await load();
    if (first) focusOn(first);
  };
  end.onAgain(() => void further());
  table.addEventListener('past-end', () => {
    if (!hooks.narrowed()) void further();
  });
  all.addEventListener('click', () => {
    if (loadsAll) {
      loadsAll = false;
      tell();
      return;
    }
    loadsAll = true;
    end.again();
    void loadAll();
  });
  /** One piece after the other: each is remembered by itself, and the reader may stop it. */
  const loadAll = async (): Promise<void> => {
    tell();
    if (loadsAll && next !== undefined && loaded < MOST) {
      await load();
      return loadAll();
    }
    if (loadsAll) say(tell());
    loadsAll = false;
    tell();
    return undefined;
  };
  // Whoever opens a row finds its piece again when she comes back.
  region.addEventListener('click', (event) => {
    const row = event.target instanceof Element ? event.target.closest('a[href]')?.closest('tr') : null;
    const address = row && pieces.get(row);
    if (address) history.replaceState(null, '', address);
  });
  if (next !== undefined) {
    tell();
    look();
  }
  return { total: () => total, look, all: next === undefined ? [] : [all, progress] };
}

type Piece = {
  readonly rows: readonly HTMLTableRowElement[];
  /** Not told where the list has become shorter than what is here. */
  readonly total: number | undefined;
  readonly next: string | undefined;
};

async function fetchPiece(address: string, list: string): Promise<Piece | { readonly failed: string }> {
  try {
    const response = await fetch(address, { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) });
    // The door instead of the list.
    if (response.redirected) return { failed: '画面がロックされたか、利用が終わっています。' };
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const found = page.querySelector<HTMLElement>(`[data-list="${CSS.escape(list)}"]`);
    if (!response.ok || !found) return { failed: '続きを読み込めませんでした。' };
    const rows = found instanceof HTMLTableElement ? [...(found.tBodies[0]?.rows ?? [])] : [];
    return {
      rows: rows.map((row) => document.adoptNode(row)),
      total: found instanceof HTMLTableElement ? Number(found.dataset['total']) : undefined,
      next: found.dataset['more'],
    };
  } catch {
    return { failed: '続きを読み込めませんでした。つながりを確かめてください。' };
  }
}

function focusOn(row: HTMLTableRowElement): void {
  row.closest('tbody')?.classList.remove('far');
  const link = row.querySelector<HTMLElement>('a[href], input') ?? row;
  if (link === row) row.tabIndex = -1;
  link.focus();
  row.scrollIntoView({ block: 'nearest' });
}

/** What stands below a list that goes on: how far it is, and the button where a piece did not come. */
function endOf(table: HTMLTableElement, region: HTMLElement) {
  const mark = document.createElement('div');
  mark.className = 'list-mark';
  const line = document.createElement('p');
  const words = document.createElement('span');
  const again = button('もう一度');
  let failed = false;
  line.className = 'list-end';
  again.hidden = true;
  line.append(words, ' ', again);
  // The links to the pieces are for whoever has no scripts; the way back stays.
  if (table.dataset['more'] !== undefined) {
    region.append(mark);
    region.after(line);
    const pages = line.nextElementSibling;
    if (pages?.matches('nav.pages')) pages.querySelector('a[rel=next]')?.remove();
  }
  return {
    mark,
    hasFailed: () => failed,
    onAgain: (then: () => void) => again.addEventListener('click', then),
    busy: () => {
      words.textContent = '続きを読み込んでいます…';
    },
    again: () => {
      failed = false;
    },
    failed: (sentence: string, loaded: number) => {
      failed = true;
      words.textContent = `${sentence}読み込んだ${loaded.toLocaleString('ja-JP')}件はそのままです。`;
      again.hidden = false;
    },
    still: (over: boolean, moved: boolean) => {
      again.hidden = true;
      words.textContent = `${over ? '一覧の終わりです。' : ''}${
        moved
          ? '読んでいるあいだに一覧が変わりました。抜けが心配なときは、この画面を開き直してください。'
          : ''
      }`;
    },
  };
}

function button(text: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'button plain small';
  made.textContent = text;
  return made;
}
