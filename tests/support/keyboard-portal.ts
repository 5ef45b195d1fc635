import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

/** Answers by the name of the field, as `walkPortal` takes them; a checkbox is told by its value. */
export type KeyboardWalk = { readonly answers: Readonly<Record<string, string>> };

/** What the keyboard stands on. */
type Stop = {
  readonly tag: string;
  readonly type: string;
  readonly name: string;
  readonly value: string;
  readonly checked: boolean;
  readonly className: string;
  readonly seen: boolean;
  readonly words: string;
};

/**
 * One page by Tab, Space, arrows and Enter alone: past the header by the first link, answers what it is told, and takes
 * the step forward. The focus is looked at on every stop. Ends on the page that came then.
 */
export async function passByKeyboard(page: Page, { answers }: KeyboardWalk): Promise<void> {
  await skipToMain(page);
  for (let count = 0; count < MOST_STOPS; count += 1) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    assert.ok(stop, `the Tab key leaves ${page.url()} before the step forward`);
    assert.ok(stop.seen, `the focus cannot be seen on ${stop.words} of ${page.url()}`);
    if (isForward(stop)) {
      await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press('Enter')]);
      return;
    }
    if (stop.tag === 'summary') await page.keyboard.press('Enter');
    await answerStop(page, stop, answers);
  }
  assert.fail(`no step forward on ${page.url()}`);
}

const MOST_STOPS = 120;

/** The first stop of a page leads past its header; after a mistake the page opens behind it already. */
async function skipToMain(page: Page): Promise<void> {
  if (await page.evaluate<boolean>(`document.activeElement.id === 'errors'`)) return;
  await page.keyboard.press('Tab');
  const first = await focused(page);
  assert.equal(first?.className, 'skip', `the first stop of ${page.url()} leads past the header`);
  assert.ok(first.seen);
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate<string>('document.activeElement.id'), 'main');
}

/** A time, or the main button or link of the page. */
function isForward({ tag, className }: Stop): boolean {
  return className === 'time' || (['button', 'a'].includes(tag) && className === 'button main');
}

async function answerStop(page: Page, stop: Stop, answers: Readonly<Record<string, string>>): Promise<void> {
  const [, question = stop.name, part] = /^(.*)-(year|month|day)$/.exec(stop.name) ?? [];
  const told = answers[question];
  if (told === undefined) return;
  if (stop.type === 'checkbox') {
    if (told === stop.value && !stop.checked) await page.keyboard.press('Space');
  } else if (stop.type === 'radio') await chooseByArrows(page, stop, told);
  else if (stop.tag === 'input' || stop.tag === 'textarea') {
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(
      part === undefined ? told : (told.split('-')[['year', 'month', 'day'].indexOf(part)] ?? ''),
    );
  }
}

/** Tab leads into a group once; the arrows choose within it. */
async function chooseByArrows(page: Page, first: Stop, told: string): Promise<void> {
  let at: Stop | undefined = first;
  for (let count = 0; at?.value !== told && count < 20; count += 1) {
    await page.keyboard.press('ArrowDown');
    at = await focused(page);
    assert.ok(at?.seen, `the focus cannot be seen on ${at?.words}`);
  }
  if (!at?.checked) await page.keyboard.press('Space');
  assert.equal((await focused(page))?.checked, true);
}

function focused(page: Page): Promise<Stop | undefined> {
  return page.evaluate<Stop | undefined>(`(() => {
    const one = document.activeElement;
    if (!one || one === document.body || one === document.documentElement) return undefined;
    const style = getComputedStyle(one);
    const box = one.getBoundingClientRect();
    const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    const at = document.elementFromPoint(
      Math.min(innerWidth - 1, box.left + box.width / 2),
      Math.min(innerHeight - 1, Math.max(0, box.top + box.height / 2)));
    const uncovered = at && (one.contains(at) || at.contains(one) || [...(one.labels ?? [])].some((label) => label.contains(at)));
    return {
      tag: one.localName, type: one.type ?? '', name: one.name ?? '', value: one.value ?? '',
      checked: one.checked === true, className: one.className, words: (one.textContent || one.name || one.id).trim(),
      seen: Boolean(inside && uncovered) && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    };
  })()`);
}
