import { existsSync, readFileSync } from 'node:fs';

/**
 * A mark that a process leaves in a file so that others can later tell whether it still lives:
 * `<pid>-<moment it started>`. The moment tells it apart from a later process that was given the same
 * number. Where the system has no /proc (macOS) the moment is 0 and only the number counts.
 */
export function markOf(pid: number): string {
  return `${pid}-${startedAt(pid) ?? 0}`;
}

/** Whether the process that left this mark still runs. A text that is no mark belongs to nobody alive. */
export function isAlive(mark: string): boolean {
  const [pid = Number.NaN, moment = Number.NaN] = mark.trim().split('-').map(Number);
  if (!Number.isSafeInteger(pid) || pid <= 0 || Number.isNaN(moment)) return false;
  return isRunning(pid) && (moment === 0 || startedAt(pid) === moment);
}

/** Whether a process with this number runs; one that has ended but was not collected yet does not. */
export function isRunning(pid: number): boolean {
  if (existsSync('/proc/self/stat')) return startedAt(pid) !== undefined;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Clock ticks from the machine's start to the start of the process; undefined if it does not run. */
function startedAt(pid: number): number | undefined {
  try {
    // "pid (name) state ppid ...": the name may itself hold blanks and brackets, so cut after the last one.
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : Number(fields[19]);
  } catch {
    return undefined;
  }
}
