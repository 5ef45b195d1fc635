import { readTable } from './markdown-table.ts';

/** What one room may import. `nothing but` is the rule; `all but` is for the start file that joins everything. */
export type RoomRule = {
  readonly room: string;
  readonly row: string;
  readonly allBut: boolean;
  readonly rooms: readonly { readonly room: string; readonly typesOnly: boolean }[];
  readonly packages: readonly string[];
};

/**
 * Reads both tables of ARCHITECTURE.md: `| room | may import |` and `| room | packages |`.
 *
 * A room is a folder or file below src. The first cell may name several rooms, by comma. In the second stand
 * rooms by comma; `gate types` allows `import type` only, `gate/outside` only that part, `nothing` is nothing,
 * `everything but simulation` the rest. Packages are npm names, `node:crypto`, `node:*`, `any` or `none`.
 */
export function readArrowsTable(architecture: string): readonly RoomRule[] {
  const packagesByRoom = new Map(
    readTable(architecture, ['room', 'packages']).flatMap(({ cells }) =>
      words(cells[0]).map((room) => [room, words(cells[1]).filter((word) => word !== 'none')] as const),
    ),
  );
  return readTable(architecture, ['room', 'may import']).flatMap(({ cells }) => {
    const text = cells[1] ?? '';
    const allBut = text.startsWith('everything but ');
    const entries = words(text.replace(/^everything but /, '')).filter((word) => word !== 'nothing');
    return words(cells[0]).map((room) => {
      const packages = packagesByRoom.get(room);
      if (!packages) throw new Error(`ARCHITECTURE.md has no row for the packages of the room ${room}`);
      return { room, row: `| ${cells[0]} | ${text} |`, allBut, rooms: entries.map(toEntry), packages };
    });
  });
}

/** The rule of the innermost room that a file of src lies in. */
export function roomOf(path: string, rules: readonly RoomRule[]): RoomRule | undefined {
  const holding = rules.filter((rule) => isInside(path, rule.room));
  return holding.sort((a, b) => b.room.length - a.room.length)[0];
}

/** True when the file is the room itself (`start.ts`) or lies below it. */
export function isInside(path: string, room: string): boolean {
  return path === `src/${room}` || path.startsWith(`src/${room}/`);
}

function toEntry(word: string): { readonly room: string; readonly typesOnly: boolean } {
  const room = word.replace(/ types$/, '');
  return { room, typesOnly: room !== word };
}

function words(cell: string | undefined): readonly string[] {
  return (cell ?? '')
    .replaceAll('`', '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
