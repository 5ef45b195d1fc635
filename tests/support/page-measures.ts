import type { Page } from 'playwright-core';

/** What of a page is wider than the screen, by how many pixels; nothing scrolls sideways when the list is empty. */
export async function tooWide(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(`(() => {
    const wide = document.documentElement.clientWidth;
    const own = document.documentElement.scrollWidth - wide;
    const parts = [...document.body.querySelectorAll('*')]
      .filter((one) => !one.closest('.heard, .skip') && one.getBoundingClientRect().right > wide + 0.5)
      .map((one) => one.localName + '.' + one.className + ' ' + Math.round(one.getBoundingClientRect().right - wide));
    return own > 0 ? ['page ' + own, ...parts] : parts;
  })()`);
}

/**
 * What can be tapped and is smaller than 44 × 44 px. A radio button or checkbox is as large as its label. Links inside a
 * sentence are excepted, as in WCAG 2.5.8.
 */
export async function tooSmall(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(`(() => {
    const box = (one) => one.getBoundingClientRect();
    const inSentence = (one) => one.localName === 'a' && getComputedStyle(one).display === 'inline'
      && one.closest('p, li')?.textContent.trim() !== one.textContent.trim();
    return [...document.querySelectorAll('a, button, input:not([type=hidden]), textarea, select, summary')]
      .filter((one) => !one.matches('.skip') && !inSentence(one) && one.checkVisibility())
      .map((one) => {
        const label = one.matches('[type=radio], [type=checkbox]') ? one.labels[0] : undefined;
        return { one, size: box(label ?? one) };
      })
      .filter(({ size }) => size.width < 44 || size.height < 44)
      .map(({ one, size }) => [one.localName, one.className, one.textContent.trim(),
        Math.round(size.width) + 'x' + Math.round(size.height)].join(' '));
  })()`);
}

/** One stop of the Tab key. */
export type KeyboardStop = {
  /** Name of the element, its id or words. */
  readonly what: string;
  /** An outline of at least 2 px can be seen, and the element lies on the screen and is not wholly covered. */
  readonly visible: boolean;
};

/** Where the Tab key leads, from the top to the end of the page. */
export async function walkByKeyboard(page: Page, most = 200): Promise<readonly KeyboardStop[]> {
  const stops: KeyboardStop[] = [];
  for (let count = 0; count < most; count += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate<KeyboardStop | undefined>(`(() => {
      const one = document.activeElement;
      if (!one || one === document.body || one === document.documentElement) return undefined;
      const style = getComputedStyle(one);
      const box = one.getBoundingClientRect();
      const points = [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.9]].map(([x, y]) =>
        document.elementFromPoint(box.left + box.width * x, box.top + box.height * y));
      const seen = points.some((at) => at && (one.contains(at) || at.contains(one) || [...(one.labels ?? [])].some((label) => label.contains(at))));
      return {
        what: one.id ? '#' + one.id : (one.getAttribute('aria-label') ?? one.textContent).trim(),
        visible: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && seen,
      };
    })()`);
    if (stop === undefined) return stops;
    stops.push(stop);
  }
  throw new Error(`The Tab key does not come to an end within ${most} steps: a trap, or a very long page`);
}
