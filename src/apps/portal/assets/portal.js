// What makes the portal's pages smoother where scripts run. Every page works in full without it: nothing here decides
// anything, and nothing is kept but the height of the page in the memory of this tab.
(() => {
  'use strict';

  // A double tap sends once. The button stays enabled: a disabled one would not say its own value.
  const SENDING_MS = 8000;
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.dataset.sending) {
      event.preventDefault();
      return;
    }
    form.dataset.sending = 'yes';
    setTimeout(() => delete form.dataset.sending, SENDING_MS);
  });
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    for (const form of document.forms) delete form.dataset.sending;
    if (left) go();
  });

  // Out of here: the page is blank before anything else happens, the session ends in the background, and this page is
  // replaced in the history. Three times Escape does the same.
  const exit = document.querySelector('[data-leave]');
  let left = false;
  const go = () => location.replace(exit.dataset.leave);
  const leave = () => {
    if (left) return;
    left = true;
    document.body.hidden = true;
    document.title = '\u200b';
    forget();
    const form = exit.querySelector('form');
    // `action` of a form may be hidden by a field of that name.
    const told = fetch(form.getAttribute('action'), {
      method: 'POST',
      body: new URLSearchParams(new FormData(form)),
      keepalive: true,
      redirect: 'manual',
    });
    told.catch(() => undefined);
    go();
  };
  if (exit) {
    exit.querySelector('form').addEventListener('submit', (event) => {
      event.preventDefault();
      event.stopPropagation();
      leave();
    });
    let escapes = [];
    document.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.repeat) return;
      escapes = [...escapes.filter((at) => event.timeStamp - at < 2000), event.timeStamp];
      if (escapes.length >= 3) leave();
    });
  }

  // The same page again (another view, a change of one answer) opens where she was; what is wrong comes first.
  const KEPT = 'height';
  const forget = () => {
    try {
      sessionStorage.removeItem(KEPT);
    } catch {
      // Storage may be forbidden; then there is nothing to forget.
    }
  };
  const errors = document.getElementById('errors');
  if (errors) errors.focus();
  try {
    const [path, height] = (sessionStorage.getItem(KEPT) ?? '').split(' ');
    if (path === location.pathname && !errors && !location.hash)
      scrollTo({ top: Number(height), behavior: 'instant' });
    addEventListener('pagehide', () => {
      if (!left) sessionStorage.setItem(KEPT, `${location.pathname} ${Math.round(scrollY)}`);
    });
  } catch {
    // Storage may be forbidden.
  }

  // How long her seat is kept. Only what passes from now on is measured here: her clock may be wrong.
  const TOLD_AT = [120, 60];
  const startCountdown = () => {
    for (const place of document.querySelectorAll('[data-seconds]')) {
      const [seen, heard] = place.querySelectorAll('p');
      const end = Date.now() + Number(place.dataset.seconds) * 1000;
      let toTell = TOLD_AT;
      const show = () => {
        if (!place.isConnected) return;
        const rest = Math.max(0, Math.ceil((end - Date.now()) / 1000));
        const words = rest === 0 ? place.dataset.over : place.dataset.running;
        const text = words
          .replace('{m}', String(Math.floor(rest / 60)))
          .replace('{s}', String(rest % 60).padStart(2, '0'));
        seen.textContent = text;
        if (rest === 0) heard.textContent = text;
        else {
          if (toTell.some((at) => rest === at)) heard.textContent = text;
          toTell = toTell.filter((at) => at < rest);
          setTimeout(show, 1000);
        }
      };
      show();
    }
  };
  startCountdown();

  // List and calendar change places without loading the page anew.
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[data-swap]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    swap(link.href).catch(() => location.assign(link.href));
  });
  const swap = async (href) => {
    const answer = await fetch(href);
    if (!answer.ok || new URL(answer.url).pathname !== new URL(href).pathname)
      throw new Error('another page');
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    document.getElementById('main').replaceWith(document.adoptNode(page.getElementById('main')));
    history.replaceState(null, '', href);
    document.querySelector('.views [aria-current]')?.focus({ preventScroll: true });
    startCountdown();
  };
})();
