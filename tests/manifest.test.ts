import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppsManifestValidateArguments } from '@slack/web-api';
import { parse } from 'yaml';
import { verbs } from '../src/services/commands/commands.ts';
import { command, eventTypes } from '../src/slack/listeners.ts';
import { shortcuts } from '../src/slack/shortcuts/shortcuts.ts';

type Manifest = AppsManifestValidateArguments['manifest'];

const text = readFileSync('manifest.yml', 'utf8');
const manifest: Manifest = parse(text);
const slash = manifest.features?.slash_commands?.[0];

/** Slack's own types of a manifest name every field, scope and event there is; excess ones do not compile. */
function compileErrors(candidate: unknown): string {
  const folder = join('node_modules', '.cache', 'manifest-check');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'manifest.ts');
  const source = `import type { AppsManifestValidateArguments as A } from '@slack/web-api';\nexport const manifest: A['manifest'] = ${JSON.stringify(candidate)};\n`;
  writeFileSync(file, source);
  try {
    const flags = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--ignoreConfig'];
    execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', ...flags, file], { encoding: 'utf8' });
    return '';
  } catch (error) {
    return String((error as { stdout?: string }).stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('the manifest is one that Slack’s own types accept', () => {
  expect(compileErrors(manifest)).toBe('');
});

test('a field, a scope or an event that Slack does not know is noticed', () => {
  const wrong = structuredClone(manifest) as unknown as Record<string, Record<string, object>>;
  Object.assign(wrong['features'] ?? {}, { slash_comands: [] });
  Object.assign(wrong['settings'] ?? {}, { event_subscriptions: { bot_events: ['app_mentioned'] } });

  const errors = compileErrors(wrong);

  expect(errors).toContain('slash_comands');
  expect(errors).toContain('app_mentioned');
});

test('its texts are within the lengths that Slack accepts', () => {
  const { name, description = '', long_description = '' } = manifest.display_information;

  expect(name.length).toBeLessThanOrEqual(35);
  expect(description.length).toBeLessThanOrEqual(140);
  expect(long_description.length).toBeGreaterThanOrEqual(174);
  expect(long_description.length).toBeLessThanOrEqual(4000);
  expect(slash?.description.length).toBeLessThanOrEqual(2000);
  expect(slash?.usage_hint?.length).toBeLessThanOrEqual(1000);
});

test('it declares the command we listen to, with names and channels escaped', () => {
  expect(manifest.features?.slash_commands?.map((declared) => declared.command)).toEqual([command]);
  expect(slash?.should_escape).toBe(true);
});

test('the hint beside the command shows words that the table of verbs knows', () => {
  const words = slash?.usage_hint?.match(/[A-Za-z][\w-]*/g) ?? [];
  const known = new Set(verbs.flatMap(({ usage }) => usage.match(/[A-Za-z][\w-]*/g) ?? []));

  expect(words.filter((word) => !known.has(word))).toEqual([]);
});

test('it subscribes to the events that we listen to, no more and no fewer', () => {
  expect([...(manifest.settings?.event_subscriptions?.bot_events ?? [])].sort()).toEqual(
    [...eventTypes].sort(),
  );
});

test('it declares the shortcuts that we listen to, by the same names', () => {
  const declared = manifest.features?.shortcuts?.map(({ callback_id, name, type }) => [
    callback_id,
    { name, type },
  ]);
  const ours = Object.entries(shortcuts).map(([id, { name, type }]) => [id, { name, type }]);

  expect(declared).toEqual(ours);
  for (const { name } of manifest.features?.shortcuts ?? []) expect(name.length).toBeLessThanOrEqual(24);
});

test('the App Home has a tab, and its messages say what was recorded', () => {
  expect(manifest.features?.app_home).toMatchObject({ home_tab_enabled: true, messages_tab_enabled: true });
});

test('buttons reach us, and it is made for Socket Mode', () => {
  expect(manifest.settings?.interactivity?.is_enabled).toBe(true);
  expect(manifest.settings?.socket_mode_enabled).toBe(true);
});
