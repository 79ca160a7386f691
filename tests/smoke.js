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

process.stdout.write('smoke: the build loads\n');
