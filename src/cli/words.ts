import { basename, dirname } from 'node:path';
import { PORTAL_LANGUAGES } from '../domain/portal/language.ts';
import { residentWordsHtml } from '../exchange/papers/resident-words-html.ts';
import { residentWords } from '../exchange/papers/resident-words.ts';
import type { CliCommand } from './command-line.ts';
import { writeFiles } from './write-files.ts';

/** `mimamori words`: everything that residents read in one language, as one document for the ward's approval. */
export const wordsCommand: CliCommand = {
  name: 'words',
  says: '住民が目にする文章を、言語ごとに1つの文書にします(区の承認用。A4に印刷できます)',
  usage: `words --language ${PORTAL_LANGUAGES.join('|')} --out FILE.html`,
  examples: [
    'mimamori words --language easy --out ./words-easy.html',
    'mimamori words --language ko --programme chiyoda-visit --out ./words-ko.html',
  ],
  options: { language: { type: 'string' }, out: { type: 'string' } },
  run: async (words, doors, out) => {
    const language = PORTAL_LANGUAGES.find((one) => one === words.text('language'));
    const file = words.text('out');
    if (!language || file === undefined) {
      out.problem(`使い方: mimamori ${wordsCommand.usage}`);
      return 2;
    }
    const asked = doors.programmes.filter(({ id, portal }) =>
      words.common.programme === undefined ? portal !== undefined : id === words.common.programme,
    );
    const [programme, another] = asked;
    if (!programme?.portal || another) {
      out.problem('住民向けのページがある事業を --programme ID で1つ指定してください。');
      return 1;
    }
    const gathered = residentWords(programme, programme.portal, language);
    const html = residentWordsHtml(programme, gathered, doors.today());
    const bytes = new TextEncoder().encode(html);
    const files = await writeFiles(dirname(file), [{ name: basename(file), bytes }]);
    const { digest, blocks } = gathered;
    const sample = blocks.filter(({ approval }) => approval.tryout).length;
    if (words.common.json) out.json({ files, digest, blocks: blocks.length, sample });
    else
      out.line(`${files.join('\n')}\n文章のまとまり ${blocks.length} うち見本 ${sample}  要約値 ${digest}`);
    return 0;
  },
};
