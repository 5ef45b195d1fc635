import type { CliCommand } from './command-line.ts';
import { stoppedSentence, tallyLines } from './courier-words.ts';
import type { CourierWay } from './doors.ts';
import { openOrSay } from './open-or-say.ts';

/** `mimamori courier`: one round between inside and outside, over its line or with a medium. */
export const courierCommand: CliCommand = {
  name: 'courier',
  says: '内側と外側(申込ページ)の受け渡しを1回行います',
  usage: 'courier [--export DIR | --import DIR] [--courier https://HOST:PORT]',
  examples: [
    'mimamori courier',
    'mimamori courier --import /media/usb/out',
    'mimamori courier --export /media/usb/in',
  ],
  options: { export: { type: 'string' }, import: { type: 'string' }, courier: { type: 'string' } },
  run: async (words, doors, out) => {
    const [to, from, url] = [words.text('export'), words.text('import'), words.text('courier')];
    if ([to, from, url].filter((one) => one !== undefined).length > 1) {
      out.problem('--export、--import、--courier は1つだけ指定してください。');
      return 2;
    }
    if (url !== undefined && !(URL.canParse(url) && new URL(url).protocol === 'https:')) {
      out.problem('--courier は https://HOST:4101 の形です。');
      return 2;
    }
    const way: CourierWay =
      to !== undefined
        ? { way: 'export', dir: to }
        : from !== undefined
          ? { way: 'import', dir: from }
          : { way: 'line', ...(url === undefined ? {} : { url }) };
    const place = await openOrSay(words.common, doors, out);
    if (!place) return 1;
    try {
      const done = await place.courier(way);
      if (done.ok) {
        if (words.common.json) out.json(done.value);
        else for (const line of tallyLines(done.value)) out.line(line);
        return 0;
      }
      const { error } = done;
      out.problem('sentence' in error ? error.sentence : stoppedSentence(error));
      if (words.common.json) out.json(error);
      return 1;
    } finally {
      await place.close();
    }
  },
};
