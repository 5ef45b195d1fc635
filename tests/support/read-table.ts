import { readFileSync } from 'node:fs';

/** The lines of a table written by hand: cells parted by tabs, `#` begins a remark, `-` is an empty list. */
export function readTable(file: URL): readonly (readonly (readonly string[])[])[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) =>
      line.split('\t').map((cell) => (cell === '-' ? [] : cell.split(',').map((name) => name.trim()))),
    );
}
