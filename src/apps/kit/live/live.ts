// Begins whatever a page has that behaves; each piece loads what it needs only then.

const search = document.querySelector<HTMLFormElement>('form.search');
if (search) {
  const begin = (): void => {
    void import('./search-suggestions.tsx').then(({ searchSuggestions }) => searchSuggestions(search));
  };
  if (search.contains(document.activeElement)) begin();
  else search.addEventListener('focusin', begin, { once: true });
}

const scan = document.querySelector<HTMLElement>('#scan-room');
if (scan) void import('./scan-room.ts').then(({ scanRoom }) => scanRoom(scan));

const week = document.querySelector<HTMLElement>('[data-week]');
if (week) void import('./week-calendar.ts').then(({ weekCalendar }) => weekCalendar(week));

const lists = [...document.querySelectorAll<HTMLTableElement>('table[data-list]')];
if (lists.length > 0) {
  void import('./list-tools.ts').then(({ listTools }) => {
    for (const list of lists) listTools(list);
    return lists.length;
  });
}
