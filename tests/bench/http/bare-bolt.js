/** What a person would write first: Bolt with its default options and one listener, whose answer is there already. */
import { readFileSync } from 'node:fs';
import { App } from '@slack/bolt';
import { listening } from './listening.js';

const answer = JSON.parse(readFileSync(process.env.ANSWER, 'utf8'));
const app = new App({
  token: process.env.SLACK_BOT_TOKEN,
  signingSecret: process.env.SLACK_SIGNING_SECRET,
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL },
});
app.command('/brief', async ({ ack }) => {
  await ack(answer);
});
await app.start(Number(process.env.PORT));
process.once('SIGTERM', () => process.exit(0));
listening();
