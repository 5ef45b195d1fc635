// The desk without scripts does everything; this makes what is done a hundred times quick.
'use strict';
(() => {
  const typing = (target) =>
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
  const rows = () => [...document.querySelectorAll('table[data-list] tbody:not(.gap) > tr:not([hidden])')];
  const linkOf = (row) => row.querySelector('a[href]') ?? row.querySelector('input') ?? row;
  const here = () => document.activeElement?.closest('table[data-list] tbody > tr');
  const tableOf = (row) => row?.closest('table');
  const go = (step) => {
    const all = rows();
    if (all.length === 0) return;
    const row = here();
    const at = row ? all.indexOf(row) : -1;
    const next = all[Math.min(all.length - 1, Math.max(0, at < 0 ? 0 : at + step))];
    // A list that goes on is not left before its end.
    if (step > 0 && row && (next === row || tableOf(next) !== tableOf(row)) && tableOf(row).dataset.more)
      return tableOf(row).dispatchEvent(new Event('past-end'));
    // Far outside the view it is not displayed (kit/live/list-window.ts).
    next.parentElement.classList.remove('far');
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
    else if (event.key === ' ' && here()) {
      const box = here().querySelector('input[type=checkbox]');
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
  const pieces = '#scan-room, [data-week], table[data-list] tbody tr:nth-child(8)';
  if (live && document.querySelector(pieces)) void import(live);
  else if (live)
    document.getElementById('search')?.addEventListener('focus', () => void import(live), { once: true });
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

// The door: a page that nobody works at is covered, everywhere at once; passkeys; nothing comes back out of the cache.
(() => {
  const SECOND = 1000;
  const WARNING = 60 * SECOND;
  const { idle } = document.body.dataset;
  const tabs = new BroadcastChannel('desk');
  // A channel stays within one origin: there is no other one to name.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  const say = (word) => tabs.postMessage(word);
  const cover = () => document.documentElement.classList.add('covered');
  const locked = document.querySelector('[data-locked]');

  // A page that was kept while somebody signed out or locked is not shown again before the server was asked.
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    cover();
    location.reload();
  });

  // Unlocked in another tab: this one goes on too.
  if (locked) {
    say('locked');
    tabs.addEventListener('message', ({ data }) => {
      if (data === 'open') location.replace(locked.dataset.locked);
    });
  }

  if (idle) {
    const form = document.getElementById('lock');
    const all = Number(idle) * 60 * SECOND;
    let last = Date.now();
    let told = last;
    let over = false;
    let warning;
    const lock = () => {
      if (over) return;
      over = true;
      cover();
      form.requestSubmit();
    };
    const leave = () => {
      over = true;
      cover();
      location.replace(`/sign-in/password?to=${encodeURIComponent(form.elements.to.value)}`);
    };
    const unwarn = () => {
      warning?.remove();
      warning = undefined;
    };
    const warn = () => {
      if (warning) return;
      warning = document.createElement('p');
      warning.className = 'idle-warning';
      warning.setAttribute('role', 'alert');
      warning.textContent =
        '操作がないため、1分後に画面をロックします。続けるには、キーを押すか画面に触れてください。';
      document.body.append(warning);
    };
    // Who works without leaving the page says so to the server and to the other tabs.
    const tell = async () => {
      told = Date.now();
      say('here');
      try {
        const answer = await fetch('/awake', { cache: 'no-store' });
        if (answer.ok && !(await answer.json()).open) leave();
      } catch {
        // Without a line nothing is lost here; the server counts its own minutes.
      }
    };
    const here = () => {
      if (over || Date.now() - last >= all) return;
      last = Date.now();
      unwarn();
      if (last - told > 2 * WARNING) void tell();
    };
    for (const kind of ['keydown', 'pointerdown', 'pointermove', 'wheel'])
      addEventListener(kind, here, { passive: true, capture: true });
    const look = () => {
      const still = Date.now() - last;
      if (still >= all) lock();
      else if (still >= all - WARNING) warn();
    };
    setInterval(look, 5 * SECOND);
    // After a sleep of the machine the clock has gone on.
    document.addEventListener('visibilitychange', look);
    tabs.addEventListener('message', ({ data }) => {
      if (data === 'here') {
        last = Date.now();
        unwarn();
      } else if (data === 'covered') {
        // Locked or left elsewhere: the page that follows there says when the server has done it.
        cover();
        setTimeout(leave, 5 * SECOND);
      } else if (data === 'locked' || data === 'left') leave();
    });
    form.addEventListener('submit', () => {
      over = true;
      cover();
      say('covered');
    });
    for (const one of document.querySelectorAll('form[data-leaves]'))
      one.addEventListener('submit', () => say('covered'));
    say('open');
  } else if (location.pathname === '/sign-in') say('left');

  // A passkey: the browser asks the authenticator, the form takes its answer back.
  for (const box of document.querySelectorAll('[data-passkey]')) {
    const form = box.closest('form');
    const button = box.querySelector('button');
    const trouble = box.querySelector('[role=alert]');
    const { passkey, options } = box.dataset;
    button.hidden = false;
    const prove = async () => {
      try {
        const credential = await ask(passkey, JSON.parse(options));
        form.elements.answer.value = JSON.stringify(credential.toJSON());
        form.requestSubmit();
      } catch {
        trouble.hidden = false;
        button.focus();
      }
    };
    form.addEventListener('submit', (event) => {
      if (form.elements.answer.value !== '') return;
      event.preventDefault();
      trouble.hidden = true;
      void prove();
    });
  }
  async function ask(kind, options) {
    if (kind === 'create') {
      const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
      return navigator.credentials.create({ publicKey });
    }
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
    return navigator.credentials.get({ publicKey });
  }
})();
