/** The tests run as CJS; this proves that the build loads as the ES modules that Node runs. */
import { strict as assert } from 'node:assert';

const app = await import('../dist/app.js');
assert.equal(typeof app.startApp, 'function');
assert.equal(typeof app.connect, 'function');

const { readConfig } = await import('../dist/config.js');
assert.deepEqual(readConfig({}).slack, { mode: 'tryout' });
assert.equal(readConfig({ SLACK_BOT_TOKEN: 'xoxb-1' }).faults.length, 1);
const socket = readConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' });
assert.equal(socket.slack.mode, 'socket');

const { verbs } = await import('../dist/services/commands/commands.js');
assert.ok(verbs.some(({ name }) => name === 'help'));

const { ArticleReader } = await import('../dist/articles/article-reader.js');
const reader = new ArticleReader({ now: () => '2026-02-11T12:00:00.000Z' });
const french = 'Le président a déclaré mardi que la situation restait préoccupante. '.repeat(5);
const page = await reader.readInput(`<html><body><article><p>${french}</p></article></body></html>`);
assert.deepEqual(page, { paragraphs: [french.trim()], language: 'fr' });

process.stdout.write('smoke: the build loads\n');
