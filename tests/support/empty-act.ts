import type { Page } from 'playwright-core';

/** Takes everything out of the form of an act; how many questions must be answered. */
export async function emptyAct(page: Page): Promise<number> {
  return page.evaluate<number>(`(() => {
    const form = document.querySelector('main form[action^="/do/"]');
    for (const one of form.querySelectorAll('input:not([type=hidden]), textarea, select')) {
      if (one.type === 'radio' || one.type === 'checkbox') one.checked = false;
      else one.value = '';
    }
    return [...form.querySelectorAll('.q')].filter((one) => !one.querySelector('.mark')).length;
  })()`);
}
