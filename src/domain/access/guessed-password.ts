/** Words on which the passwords that everybody tries first are built, as they look after `plain`. */
const WORDS: readonly string[] = [
  'password',
  'passphrase',
  'passwort',
  'pasuwado',
  'pasuwaado',
  'administrator',
  'admin',
  'welcome',
  'letmein',
  'qwerty',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'iloveyou',
  'sunshine',
  'princess',
  'football',
  'baseball',
  'dragon',
  'monkey',
  'superman',
  'changeme',
  'secret',
  'default',
  'login',
  'master',
  'summer',
  'winter',
  'spring',
  'autumn',
  'january',
  'february',
  'march',
  'april',
  'august',
  'september',
  'october',
  'november',
  'december',
  'monday',
  'friday',
  'sakura',
  'nihon',
  'japan',
  'tokyo',
  'doraemon',
  'konnichiwa',
  'arigatou',
  'test',
  'user',
  'guest',
  'company',
  'temporary',
];

/** Runs along the keyboard, the alphabet and the digits, in both directions. */
const RUNS: readonly string[] = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  '!qaz@wsx#edc$rfv',
].flatMap((run) => [run, Array.from(run).toReversed().join('')]);

const SHORTEST_RUN = 4;

/**
 * Whether it is one of those that are tried first: common words, runs and years in a row, however they are written
 * (`P@ssw0rd1234`, `Qwerty!12345`), a repeated piece, or one sign many times. What is left when all of that is taken
 * away must still be worth something.
 */
export function isCommonPassword(password: string): boolean {
  const small = password.toLowerCase();
  if (/^(.{1,4})\1+$/u.test(small)) return true;
  return [small, plain(withoutRuns(withoutYears(small)))].some((text) => Array.from(rest(text)).length < 5);
}

/** Signs put in the place of letters are read as the letters. */
function plain(small: string): string {
  const letters: Readonly<Record<string, string>> = {
    '@': 'a',
    '4': 'a',
    '3': 'e',
    '1': 'i',
    '!': 'i',
    '0': 'o',
    $: 's',
    '5': 's',
    '7': 't',
  };
  return Array.from(small)
    .map((sign) => letters[sign] ?? sign)
    .join('');
}

function rest(text: string): string {
  let left = text;
  for (const word of WORDS) left = left.replaceAll(word, '');
  left = withoutRuns(withoutYears(left));
  // The same sign several times counts once.
  return left.replaceAll(/(.)\1+/gu, '$1');
}

function withoutYears(text: string): string {
  return text.replaceAll(/(?:19|20)\d\d/g, '');
}

function withoutRuns(text: string): string {
  let left = '';
  for (let at = 0; at < text.length;) {
    const length = longestRun(text, at);
    if (length < SHORTEST_RUN) {
      left += text.charAt(at);
      at += 1;
    } else at += length;
  }
  return left;
}

function longestRun(text: string, at: number): number {
  let length = 0;
  while (at + length < text.length && RUNS.some((run) => run.includes(text.slice(at, at + length + 1)))) {
    length += 1;
  }
  return length;
}
