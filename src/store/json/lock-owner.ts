import { randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { z } from 'zod';
import { codeOf } from './store-problem.ts';

const lockOwnerSchema = z.object({
  pid: z.int().positive(),
  since: z.string(),
  host: z.string(),
  /** Linux only: a pid means something within one boot, one pid namespace and one start time. */
  boot: z.string().nullable(),
  pidNamespace: z.string().nullable(),
  startTicks: z.string().nullable(),
  token: z.string(),
});
export type LockOwner = z.infer<typeof lockOwnerSchema>;

export function thisProcess(since: string): LockOwner {
  return {
    pid: process.pid,
    since,
    host: hostname(),
    boot: textOrNull(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    pidNamespace: textOrNull(() => readlinkSync('/proc/self/ns/pid')),
    startTicks: startTicksOf(process.pid),
    token: randomUUID(),
  };
}

export function parseOwner(text: string): LockOwner | undefined {
  try {
    return lockOwnerSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** `elsewhere`: on a machine or in a container whose processes cannot be seen from here. */
export function stateOf(owner: LockOwner, me: LockOwner): 'alive' | 'dead' | 'elsewhere' {
  const sameBoot = owner.boot !== null && owner.boot === me.boot;
  if (sameBoot && owner.pidNamespace === me.pidNamespace) return isRunning(owner) ? 'alive' : 'dead';
  if (owner.host !== me.host) return 'elsewhere';
  // Another boot of this machine, or this container started again: its processes are gone.
  if (owner.boot !== null && me.boot !== null) return 'dead';
  return isRunning(owner) ? 'alive' : 'dead';
}

function isRunning({ pid, startTicks }: LockOwner): boolean {
  if (startTicks !== null) return startTicksOf(pid) === startTicks;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/**
 * When the process started, in clock ticks since the boot: tells a pid from a later one of the same number.
 * Null when there is none, or it is dead and only not yet waited for. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
 */
function startTicksOf(pid: number): string | null {
  const stat = textOrNull(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  if (stat === null) return null;
  // The program's name stands in parentheses and may hold any character: count from behind it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state] = fields;
  return state === 'Z' || state === 'X' ? null : (fields[19] ?? null);
}

function textOrNull(read: () => string): string | null {
  try {
    return read();
  } catch {
    return null;
  }
}
