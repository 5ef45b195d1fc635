import type { Page } from 'playwright-core';

/** One thing on the page as a screen reader is told of it. */
export type Heard = { readonly role: string; readonly name: string };

const CONTROLS = ['button', 'link', 'textbox', 'radio', 'checkbox', 'combobox', 'DisclosureTriangle'];
const GROUP = 'group without a name';
const GROUPS = ['radiogroup', 'group', 'navigation', 'table'];

/** The accessibility tree from top to bottom, without what nobody hears. */
export async function heardOn(page: Page): Promise<readonly Heard[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name }) => ({ role: String(role?.value ?? ''), name: String(name?.value ?? '').trim() }));
}

/**
 * What a listener could not make sense of: a control, a group or a table without a name, no or several main headings, and
 * letters of a language that is not told as `lang` around them.
 */
export async function unheard(page: Page): Promise<readonly string[]> {
  const heard = await heardOn(page);
  const nameless = heard
    .filter(({ role, name }) => name === '' && [...CONTROLS, ...GROUPS].includes(role))
    .map(({ role }) => `${role} without a name`);
  // What unfolds is a group to the browser; its name is that of the line that unfolds it.
  const unfolding = await page.locator('details').count();
  for (let count = 0; count < unfolding && nameless.includes(GROUP); count += 1)
    nameless.splice(nameless.indexOf(GROUP), 1);
  const headings = await page.locator('h1').count();
  return [
    ...nameless,
    ...(headings === 1 ? [] : [`${headings} main headings`]),
    ...(await strangeLetters(page)),
  ];
}

/** Kana outside of Japanese, Hangul outside of Korean, kanji where nothing with kanji is spoken. */
async function strangeLetters(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(`(() => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.data.trim();
      const lang = walker.currentNode.parentElement.closest('[lang]').lang;
      const strange =
        (/[぀-ヿ]/.test(text) && !lang.startsWith('ja')) ||
        (/[가-힯]/.test(text) && lang !== 'ko') ||
        (/[一-鿿]/.test(text) && !/^(ja|zh)/.test(lang));
      if (strange) found.push(text + ' as ' + lang);
    }
    return found;
  })()`);
}
