// The desk without scripts does everything; this makes what is done a hundred times quick.
'use strict';
(() => {
  const typing = (target) =>
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
  const rows = () => [...document.querySelectorAll('table[data-list] tbody tr')];
  const linkOf = (row) => row.querySelector('a[href]') ?? row.querySelector('input') ?? row;
  const current = () => rows().findIndex((row) => row.contains(document.activeElement));
  const go = (step) => {
    const all = rows();
    if (all.length === 0) return;
    const at = current();
    const next = all[Math.min(all.length - 1, Math.max(0, at < 0 ? 0 : at + step))];
    const link = linkOf(next);
    if (link === next) next.tabIndex = -1;
    link.focus();
    next.scrollIntoView({ block: 'nearest' });
  };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === 'Escape' && typing(event.target)) return event.target.blur();
    if (typing(event.target) && event.target.type !== 'checkbox') return;
    if (event.key === '/') {
      document.getElementById('search')?.focus();
      event.preventDefault();
    } else if (event.key === 'j') go(1);
    else if (event.key === 'k') go(-1);
    else if (event.key === ' ' && current() >= 0) {
      const box = rows()[current()].querySelector('input[type=checkbox]');
      if (!box || box === document.activeElement) return;
      box.click();
      event.preventDefault();
    }
  });
  // A choice above a list acts at once.
  for (const form of document.querySelectorAll('form[data-filter]')) {
    form.addEventListener('change', () => form.requestSubmit());
  }
  // Pieces that behave: at once where the page is made of one, the search when somebody goes there.
  const { live } = document.body.dataset;
  if (live && document.querySelector('#scan-room, [data-week]')) import(live);
  else if (live) document.getElementById('search')?.addEventListener('focus', () => import(live), { once: true });
  // A form that was sent is not sent again while the answer is under way; the server counts it once anyway.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (event.defaultPrevented) return;
    if (form.dataset.sent) event.preventDefault();
    else if (form.method === 'post') form.dataset.sent = 'yes';
  });
  addEventListener('pageshow', () => {
    for (const form of document.forms) delete form.dataset.sent;
  });
})();
