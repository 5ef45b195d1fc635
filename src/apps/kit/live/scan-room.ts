/**
 * A room where pieces are scanned one after the other (`#scan-room` holds a form with `data-scan`): the field keeps the
 * focus, each scan is sent in its order and answered by tone, colour and words, and nothing that was scanned is lost
 * while the line is: it waits here, counted, until the desk has answered. Without scripts the same form sends a page.
 */
export function scanRoom(room: HTMLElement): void {
  const waiting: URLSearchParams[] = [];
  let busy = false;
  const said = document.getElementById('said');

  const focus = (): void =>
    room.querySelector<HTMLInputElement>('form[data-scan] input[data-scan-field]')?.focus();

  async function send(): Promise<void> {
    const next = waiting[0];
    if (busy || !next) return;
    busy = true;
    const form = room.querySelector<HTMLFormElement>('form[data-scan]');
    try {
      // What the last answer left open is the room's as it stands now, not as it stood when this was scanned.
      for (const { name, value } of form?.querySelectorAll<HTMLInputElement>('input[type=hidden]') ?? [])
        next.set(name, value);
      const response = await fetch(form?.action ?? location.href, { method: 'POST', body: next });
      // Whatever the answer says: the desk has it. A page of another kind (the session is over) is opened as it is.
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      const fresh = page.getElementById('scan-room');
      if (!fresh) {
        location.reload();
        return;
      }
      waiting.shift();
      room.replaceChildren(...fresh.childNodes);
      const outcome = room.querySelector<HTMLElement>('#scan-outcome');
      tone(outcome?.dataset['outcome'] === 'ok');
      if (said && outcome) said.textContent = outcome.textContent;
    } catch {
      tone(false);
      const outcome = room.querySelector<HTMLElement>('#scan-outcome');
      if (outcome) {
        outcome.dataset['outcome'] = 'waiting';
        outcome.textContent = `接続できません。読み取った${waiting.length}件を保持しています。このまま続けられます。`;
      }
      setTimeout(() => void again(), 2000);
      return;
    } finally {
      busy = false;
      focus();
    }
    void send();
  }
  async function again(): Promise<void> {
    if (!busy) await send();
  }

  room.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.dataset['scan'] === undefined) return;
    event.preventDefault();
    delete form.dataset['sent'];
    const field = form.querySelector<HTMLInputElement>('input[data-scan-field]');
    if (!field || field.value.trim() === '') return;
    const scanned = wordsOf(form);
    for (const { name } of form.querySelectorAll<HTMLInputElement>('input[type=hidden]'))
      scanned.delete(name);
    waiting.push(scanned);
    field.value = '';
    void send();
  });
  addEventListener('beforeunload', (event) => {
    if (waiting.length > 0) event.preventDefault();
  });
  focus();
}

/** What a form would send; a room where things are scanned takes no files. */
function wordsOf(form: HTMLFormElement): URLSearchParams {
  const words = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') words.append(name, value);
  return words;
}

let sound: AudioContext | undefined;

/** High and short when it fits, low and long when not. */
function tone(fits: boolean): void {
  try {
    sound ??= new AudioContext();
    const oscillator = sound.createOscillator();
    const volume = sound.createGain();
    oscillator.frequency.value = fits ? 1320 : 220;
    oscillator.type = fits ? 'sine' : 'square';
    volume.gain.value = 0.1;
    oscillator.connect(volume).connect(sound.destination);
    oscillator.start();
    oscillator.stop(sound.currentTime + (fits ? 0.08 : 0.4));
  } catch {
    // A room without a loudspeaker still has colour and words.
  }
}
