/** Slugline as slugline.js starts it, but what Bolt hands on goes to /brief and nothing else. */
import { App } from '@slack/bolt';
import { listening } from './listening.js';

const { openNewsroom, systemClock, systemTimer } = await import('../../../dist/app.js');
const { processEnvironment, readConfig } = await import('../../../dist/config.js');
const { createLog } = await import('../../../dist/log.js');
const { ReaderMarks } = await import('../../../dist/services/reader-marks.js');
const { briefCommand } = await import('../../../dist/slack/commands/brief-command.js');
const { answeringOptions, receiverFor } = await import('../../../dist/slack/connection.js');
const { errorBoundary } = await import('../../../dist/slack/error-boundary.js');
const { InFlight } = await import('../../../dist/slack/in-flight.js');
const { notingAck } = await import('../../../dist/slack/noted-ack.js');
const { openDesk } = await import('../../../dist/slack/open-desk.js');
const { identify } = await import('../../../dist/slack/slack-app.js');

const config = readConfig(processEnvironment());
const log = createLog(config.logLevel);
const service = await openNewsroom(config, log);
const { botToken, signingSecret } = config.slack;
const by = { mode: 'http', signingSecret, port: config.port };
const access = { botToken, apiUrl: config.slackApiUrl, by };
const identity = await identify(access, log);
const marks = new ReaderMarks(service, systemTimer);
const parts = { house: config, identity, marks, log, clock: systemClock, timer: systemTimer };
const desk = openDesk(service, access, { ...parts, onRevoked: () => {} });
const { botId, botUserId } = identity;
const app = new App({
  receiver: receiverFor(access, () => ({}), log),
  authorize: async () => Object.assign(Object.create(null), { botToken, botId, botUserId }),
  clientOptions: answeringOptions(access, log),
  convoStore: false,
  ignoreSelf: false,
});
app.use(new InFlight().counting(errorBoundary(log, notingAck(briefCommand(desk)))));
await app.start();
process.once('SIGTERM', () => process.exit(0));
listening();
