/** Where a command speaks: answers to stdout, reasons and progress to stderr. */
export type Output = {
  readonly line: (text: string) => void;
  readonly json: (value: unknown) => void;
  readonly problem: (text: string) => void;
  /** On a terminal: how far a long task is, on one line that is written over. Elsewhere silent. */
  readonly progress: (task: string, done: number, total: number) => void;
  readonly progressEnd: () => void;
  readonly stdin: AsyncIterable<string>;
};

/** An output on the streams of a process. */
export function outputOn(
  stdout: { readonly write: (text: string) => unknown },
  stderr: { readonly write: (text: string) => unknown; readonly isTTY?: boolean },
  stdin: AsyncIterable<string>,
): Output {
  let shown = false;
  const clear = () => {
    if (shown) stderr.write('\r\u001b[2K');
    shown = false;
  };
  return {
    line: (text) => {
      clear();
      stdout.write(`${text}\n`);
    },
    json: (value) => {
      clear();
      stdout.write(`${JSON.stringify(value, null, 2)}\n`);
    },
    problem: (text) => {
      clear();
      stderr.write(`${text}\n`);
    },
    progress: (task, done, total) => {
      if (!stderr.isTTY) return;
      const width = 24;
      const full = total === 0 ? width : Math.round((done / total) * width);
      stderr.write(`\r\u001b[2K${task} ${'█'.repeat(full)}${'░'.repeat(width - full)} ${done} / ${total}`);
      shown = true;
    },
    progressEnd: clear,
    stdin,
  };
}
