import type { Page } from 'playwright-core';

/** What lies outside the window and not in a region that scrolls by itself, such as a list. */
export async function outsideWindow(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(`(() => {
    const wide = document.documentElement.clientWidth;
    const own = document.documentElement.scrollWidth - wide;
    const scrolls = (one) => {
      for (let at = one.parentElement; at && at !== document.body; at = at.parentElement)
        if (/auto|scroll|hidden|clip/.test(getComputedStyle(at).overflowX)) return true;
      return false;
    };
    const parts = [...document.body.querySelectorAll('*')]
      .filter((one) => one.getBoundingClientRect().right > wide + 0.5 && !one.closest('.heard, .skip') && !scrolls(one))
      .map((one) => one.localName + '.' + one.className + ' ' + Math.round(one.getBoundingClientRect().right - wide));
    return own > 0 ? ['page ' + own, ...parts] : parts;
  })()`);
}
