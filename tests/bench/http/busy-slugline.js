/**
 * The app as main.ts starts it, in HTTP mode, in a newsroom whose one story a thousand channels follow. Told `work`, it
 * records an entry that goes to all of them, then imports a thousand entries; it answers when all that is out.
 */
import { setTimeout as pause } from 'node:timers/promises';

const { connect, openNewsroom } = await import('../../../dist/app.js');
const { processEnvironment, readConfig } = await import('../../../dist/config.js');
const { parsingBundle } = await import('../../../dist/domain/editing/bundle/parse-bundle.js');
const { createLog } = await import('../../../dist/log.js');
const { inTurns } = await import('../../../dist/services/in-turns.js');
const { recordBundle } = await import('../../../dist/services/record-bundle.js');
const { entryAdded, storySlug } = await import('../big-newsroom.js');

const config = readConfig(processEnvironment());
const log = createLog(config.logLevel);
const service = await openNewsroom(config, log);
const { botToken, signingSecret } = config.slack;
const by = { mode: 'http', signingSecret, port: config.port };
await connect(service, { botToken, apiUrl: config.slackApiUrl, by }, config, log);

const record = async (decide) => {
  const recorded = await service.record('U01REPORTER', decide);
  if ('problem' in recorded) throw new Error(JSON.stringify(recorded));
};
await record(() =>
  Array.from({ length: 1000 }, (_, at) => ({
    type: 'subscribed',
    id: `S-${at + 1}`,
    subscription: {
      ...{ topic: { kind: 'story', slug: storySlug(0) }, channel: `C${at}`, owner: 'U01EDITOR' },
      ...{ kinds: ['fact'], withoutEntities: [], threading: 'channel' },
    },
  })),
);

let imports = 0;
/** A thousand lines as somebody would write them, of another story. */
function bundle() {
  imports += 1;
  const slug = `import-${imports}`;
  const entries = Array.from({ length: 1000 }, (_, at) => ({
    ...{ key: `line-${at}`, kind: 'fact', stories: [slug], sources: [], verification: 'reported' },
    text: `What line ${at} of import ${imports} says of the plant, the contract and the people who work there.`,
  }));
  const stories = [{ slug, headline: `Import number ${imports}` }];
  return JSON.stringify({ format: 'slugline-bundle/1', name: slug, stories, entries });
}

async function work() {
  const id = `E-${service.newsroom.entries.size + 1}`;
  await record(() => [{ ...entryAdded(0, { stories: 1, entities: 30 }), id }]);
  // As the command line imports.
  const file = 'import.json';
  const read = await inTurns(parsingBundle(bundle(), file));
  const recorded = 'problem' in read ? read : await recordBundle(service, read, { file });
  if ('problem' in recorded || recorded.ended) throw new Error(JSON.stringify(recorded));
  while (service.newsroom.deliveries.size > 0) await pause(20);
}

process.on('message', async () => {
  await work();
  process.send('done');
});
process.once('SIGTERM', () => process.exit(0));
process.send('listening');
