/** How long somebody stays over a place before she is told what it would mean. */
const PAUSE = 300;

/** A booking on its way to another place. */
type Moving = {
  readonly link: HTMLAnchorElement;
  readonly places: readonly HTMLElement[];
  /** Gives everything back as it was. */
  readonly stop: () => void;
};

/**
 * The week that the server drew (`data-week`), to move bookings in: by mouse (drag a name onto a free time or onto a
 * visitor's day) and the same by keyboard (the button beside it, arrows or Tab from place to place, Enter, Escape). Over a
 * place its page is asked what would happen, and that is said and shown before anything is dropped. Dropping opens that
 * page: it is done there, once, with the button that says so.
 */
export function weekCalendar(week: HTMLElement): void {
  const told = document.createElement('p');
  told.className = 'week-told';
  told.hidden = true;
  week.before(told);
  let moving: Moving | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = '';

  const say = (words: string): void => {
    told.hidden = words === '';
    told.textContent = words;
    const said = document.getElementById('said');
    if (said) said.textContent = words;
  };

  const stop = (): void => {
    clearTimeout(timer);
    asked = '';
    moving?.stop();
    moving = undefined;
  };

  const look = (place: HTMLElement): void => {
    const address = moving && addressOf(moving.link, place);
    if (address === undefined || address === asked) return;
    asked = address;
    clearTimeout(timer);
    timer = setTimeout(() => {
      void meaningOf(address).then((words) => {
        if (asked === address) say(words);
        return words;
      });
    }, PAUSE);
  };

  const drop = (place: HTMLElement): void => {
    const address = moving && addressOf(moving.link, place);
    stop();
    if (address !== undefined) location.assign(address);
  };

  const begin = (link: HTMLAnchorElement, byKeyboard: boolean): void => {
    stop();
    const places = placesFor(week, link);
    if (places.length === 0) {
      say('移せる空きが、この週にはありません。前後の週を見るか、名前を開いて日時を選んでください。');
      return;
    }
    link.classList.add('moving');
    for (const [nth, place] of places.entries()) {
      place.classList.add('place');
      if (byKeyboard) {
        place.tabIndex = 0;
        place.setAttribute('role', 'button');
        place.setAttribute('aria-label', `${nameOfPlace(place)}へ移す ${nth + 1} / ${places.length}`);
      }
    }
    moving = {
      link,
      places,
      stop: () => {
        link.classList.remove('moving');
        for (const place of places) {
          place.classList.remove('place');
          for (const name of ['tabindex', 'role', 'aria-label']) place.removeAttribute(name);
        }
      },
    };
    say(`移す先は${places.length}か所です。矢印で選び、Enter で進み、Esc でやめます。`);
    if (byKeyboard) places[0]?.focus();
  };

  for (const link of week.querySelectorAll<HTMLAnchorElement>('a[data-booking]')) {
    link.draggable = true;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'quiet move';
    button.textContent = '移す';
    button.setAttribute('aria-label', `${link.textContent.trim()} を移す`);
    button.addEventListener('click', () => begin(link, true));
    link.after(' ', button);
  }

  week.addEventListener('dragstart', (event) => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-booking]') : null;
    if (!link) return;
    // Nothing of the woman is given to whatever else it could be dropped on.
    event.dataTransfer?.clearData();
    event.dataTransfer?.setData('application/x-booking', 'booking');
    if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
    begin(link, false);
  });
  week.addEventListener('dragover', (event) => {
    const place = placeOf(event.target, moving);
    if (!place) return;
    event.preventDefault();
    // A link is otherwise dragged to be copied, and a drop that does nothing of what is allowed is none.
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'move';
    look(place);
  });
  week.addEventListener('drop', (event) => {
    const place = placeOf(event.target, moving);
    if (!place) return;
    event.preventDefault();
    drop(place);
  });
  week.addEventListener('dragend', stop);

  week.addEventListener('focusin', (event) => {
    const place = placeOf(event.target, moving);
    if (place) look(place);
  });
  week.addEventListener('keydown', (event) => {
    if (!moving) return;
    const place = placeOf(event.target, moving);
    if (event.key === 'Escape') {
      const back = moving.link.parentElement?.querySelector<HTMLElement>('button.move');
      stop();
      say('移すのをやめました。');
      back?.focus();
    } else if (place && (event.key === 'Enter' || event.key === ' ')) drop(place);
    else if (place && event.key.startsWith('Arrow')) {
      const step = event.key === 'ArrowDown' || event.key === 'ArrowRight' ? 1 : -1;
      const { places } = moving;
      places[(places.indexOf(place) + step + places.length) % places.length]?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
}

/** Free times, and the days of visitors on the day of the booking. */
function placesFor(week: HTMLElement, link: HTMLAnchorElement): readonly HTMLElement[] {
  const own = link.closest<HTMLElement>('td[data-day]');
  const slots = [...week.querySelectorAll<HTMLElement>('[data-slot]')].filter(
    ({ dataset }) => dataset['slot'] !== link.dataset['at'],
  );
  const visitors = [...week.querySelectorAll<HTMLElement>('td[data-visitor]')].filter(
    (cell) => cell !== own && cell.dataset['visitor'] !== '' && cell.dataset['day'] === own?.dataset['day'],
  );
  return [...slots, ...visitors];
}

function placeOf(target: EventTarget | null, moving: Moving | undefined): HTMLElement | undefined {
  if (!(target instanceof Element)) return undefined;
  return moving?.places.find((place) => place.contains(target));
}

/** The page on which the move is done. */
function addressOf(link: HTMLAnchorElement, { dataset }: HTMLElement): string | undefined {
  const of = { case: link.dataset['case'] ?? '' };
  const { slot, visitor, day = '' } = dataset;
  if (slot !== undefined) return `/do/booking.move?${new URLSearchParams({ ...of, slot })}`;
  if (!visitor) return undefined;
  return `/do/visit.assign?${new URLSearchParams({ ...of, booking: link.dataset['booking'] ?? '', date: day, visitor })}`;
}

function nameOfPlace(place: HTMLElement): string {
  const row = place.closest('tr')?.querySelector('th')?.textContent ?? '';
  const table = place.closest('table');
  const column = place.closest<HTMLElement>('[data-day]')?.dataset['day'];
  const day = table?.querySelector(`thead [data-day="${column}"]`)?.textContent ?? '';
  const text = place.textContent.trim();
  return place.dataset['slot'] === undefined ? `${day} ${row} ${text}` : `${day} ${text}`;
}

/** What the page of the act says about it: who, from when to when, what hinders and what to mind first. */
async function meaningOf(address: string): Promise<string> {
  try {
    const response = await fetch(address);
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const parts = page.querySelectorAll(
      '.act > dl dd, .act > p, .act .notice h2, .act .notice li, .act .notice p',
    );
    const words = [...parts].map((one) => one.textContent.trim()).filter((one) => one !== '');
    return words.length > 0 ? words.join('。').replaceAll('。。', '。') : 'この場所には移せません。';
  } catch {
    return '接続できません。つながってから、もう一度選んでください。';
  }
}
