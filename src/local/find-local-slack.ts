import { accessSync, constants, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The try-out cannot start; `next` is what the person may do about it. */
export interface TryoutUnavailable {
  problem: 'tryout-unavailable';
  reason: string;
  next: string;
}

/** A command line that starts local-slack; it lacks only local-slack's own options. */
export interface LocalSlackCommand {
  command: string;
  args: readonly string[];
  /** npx may have to fetch it first, which takes as long as the network wants. */
  mayDownload: boolean;
}

export interface FindOptions {
  /** LOCAL_SLACK_BIN, when it is set. */
  binary?: string | undefined;
  /** The module to resolve the optional dependency from. */
  resolveFrom?: string | URL;
  platform?: NodeJS.Platform;
  arch?: string;
}

export const localSlackVersion = '0.1.8';

const systems = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'win32-x64'];

const useRealSlack = 'set SLACK_BOT_TOKEN and SLACK_APP_TOKEN to connect to a real workspace instead';

export function findLocalSlack(options: FindOptions = {}): LocalSlackCommand | TryoutUnavailable {
  if (options.binary) return namedBinary(options.binary);

  const { platform = process.platform, arch = process.arch } = options;
  const system = `${platform}-${arch}`;
  if (!systems.includes(system)) {
    return tryoutUnavailable(
      `local-slack is not made for ${system}, only for ${systems.join(', ')}`,
      useRealSlack,
    );
  }

  // The optional dependency is left out by `npm ci --omit=optional`: then npx serves Linux, too.
  const installed =
    system === 'linux-x64' ? installedBinary(options.resolveFrom ?? import.meta.url) : undefined;
  if (installed && !faultOf(installed)) return { command: installed, args: [], mayDownload: false };
  return { command: 'npx', args: ['--yes', `local-slack@${localSlackVersion}`], mayDownload: true };
}

export function tryoutUnavailable(reason: string, next: string): TryoutUnavailable {
  return { problem: 'tryout-unavailable', reason, next };
}

function namedBinary(path: string): LocalSlackCommand | TryoutUnavailable {
  const fault = faultOf(path);
  if (!fault) return { command: path, args: [], mayDownload: false };
  return tryoutUnavailable(
    `LOCAL_SLACK_BIN names ${path}, which ${fault}`,
    `mend or unset LOCAL_SLACK_BIN, or ${useRealSlack}`,
  );
}

function installedBinary(resolveFrom: string | URL): string | undefined {
  try {
    const manifest = createRequire(resolveFrom).resolve('local-slack-linux-x64/package.json');
    return join(dirname(manifest), 'bin', 'local-slack');
  } catch {
    return undefined;
  }
}

function faultOf(path: string): string | undefined {
  try {
    if (!statSync(path).isFile()) return 'is not a file';
  } catch {
    return 'does not exist';
  }
  try {
    accessSync(path, constants.X_OK);
  } catch {
    return 'is not executable';
  }
  return undefined;
}
