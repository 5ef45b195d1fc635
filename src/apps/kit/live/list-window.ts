/** So many rows are laid out or left out together. */
const CHUNK = 50;
/** Below so many rows the browser does not feel them. */
const FEW = 150;
/** What is so near above or below the view, in pixels, is laid out. */
const MARGIN = 800;

type Chunk = { readonly body: HTMLTableSectionElement; readonly gap: HTMLTableRowElement };

/**
 * Rows far outside the view cost nothing: they stay in the page (a form still sends them, paper still shows them), but a
 * gap of their height stands for them. Columns are held at the width of the first rows, so that nothing moves aside
 * while somebody scrolls. The gap of a chunk is a body of its own: of what is not displayed no style is worked out.
 */
export function listWindow(
  table: HTMLTableElement,
  region: HTMLElement,
): {
  readonly add: (rows: readonly HTMLTableRowElement[]) => void;
  /** Rows or columns were hidden or shown. */
  readonly changed: (columns?: 'columns') => void;
} {
  const chunks = new Map<Element, Chunk>();
  let rowHeight = 0;
  const height = ({ body }: Chunk): number => {
    let shown = 0;
    for (const row of body.rows) if (!row.hidden) shown += 1;
    return Math.round(shown * rowHeight);
  };
  const setFar = (chunk: Chunk, far: boolean): void => {
    const { body, gap } = chunk;
    if (far === body.classList.contains('far')) return;
    if (far) {
      // Where the hands are stays.
      if (body.contains(document.activeElement)) return;
      const { offsetHeight } = body;
      gap.style.height = `${offsetHeight}px`;
    }
    body.classList.toggle('far', far);
  };
  const observer = new IntersectionObserver(
    (entries) => {
      const near = new Map<Chunk, boolean>();
      for (const { target, isIntersecting } of entries) {
        const chunk = chunks.get(target);
        if (!chunk) continue;
        const isFar = chunk.body.classList.contains('far');
        // Of the two the one that is displayed counts.
        if ((target === chunk.body) === isFar) continue;
        near.set(chunk, isIntersecting);
      }
      for (const [chunk, isNear] of near) setFar(chunk, !isNear);
    },
    { root: region === table ? null : region, rootMargin: `${MARGIN}px 0px` },
  );

  const begin = (): void => {
    freeze(table, region);
    const [body] = table.tBodies;
    const rows = body ? [...body.rows] : [];
    const [first] = rows;
    const last = rows.at(-1);
    if (!body || !first || !last) return;
    rowHeight = (last.getBoundingClientRect().bottom - first.getBoundingClientRect().top) / rows.length;
    body.remove();
    place(rows);
  };
  const place = (rows: readonly HTMLTableRowElement[]): void => {
    for (let from = 0; from < rows.length; from += CHUNK) {
      const body = document.createElement('tbody');
      body.append(...rows.slice(from, from + CHUNK));
      const space = document.createElement('tbody');
      space.className = 'gap';
      space.setAttribute('aria-hidden', 'true');
      const gap = space.insertRow();
      gap.insertCell().colSpan = table.tHead?.rows[0]?.cells.length ?? 1;
      const chunk = { body, gap };
      chunks.set(body, chunk);
      chunks.set(space, chunk);
      // Far until it is seen to be near: nothing is laid out for nothing.
      if (chunks.size > 2 * (FEW / CHUNK)) {
        gap.style.height = `${height(chunk)}px`;
        body.classList.add('far');
      }
      const before = table.tFoot ?? null;
      table.insertBefore(body, before);
      table.insertBefore(space, before);
      observer.observe(body);
      observer.observe(space);
    }
  };

  return {
    add: (rows) => {
      if (chunks.size > 0) return place(rows);
      table.tBodies[0]?.append(...rows);
      if ((table.tBodies[0]?.rows.length ?? 0) > FEW) begin();
    },
    changed: (columns) => {
      if (chunks.size === 0) return;
      if (columns) freeze(table, region);
      let top = 0;
      for (const chunk of new Set(chunks.values())) {
        const { body, gap } = chunk;
        const tall = height(chunk);
        // What will not be near is not laid out first; to ask for the height of the view would do just that.
        if (!columns && top > screen.height + MARGIN) body.classList.add('far');
        if (body.classList.contains('far')) gap.style.height = `${tall}px`;
        top += tall;
      }
      // What was narrowed down is read from its beginning.
      if (!columns) region.scrollTop = 0;
    },
  };
}

/** Holds the columns at the width that the rows of now give them; what is longer than all of these breaks. */
function freeze(table: HTMLTableElement, region: HTMLElement): void {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
  table.classList.remove('held');
  table.style.minWidth = '';
  for (const head of heads) head.style.width = '';
  const all = table.getBoundingClientRect().width;
  const widths = heads.map((head) => head.getBoundingClientRect().width);
  if (all > region.clientWidth + 1) table.style.minWidth = `${all}px`;
  for (const [nth, head] of heads.entries()) head.style.width = `${(100 * (widths[nth] ?? 0)) / all}%`;
  table.classList.add('held');
}
