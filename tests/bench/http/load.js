/**
 * Those who type: so many connections kept open, one command under way on each, written and read as bytes, so that
 * the load costs less than the server that is measured.
 */
import { createHmac } from 'node:crypto';
import { connect } from 'node:net';

export const signingSecret = 'bench-signing-secret';

/** One slash command as Slack sends it, signed now. */
function commandRequest(text, person) {
  const body = new URLSearchParams({
    ...{
      token: 'gone',
      team_id: 'T0DESK',
      team_domain: 'desk',
      channel_id: 'C0AUTOS',
      channel_name: 'autos',
    },
    ...{ user_id: `U0ANA${person}`, user_name: 'ana', command: '/brief', text, api_app_id: 'A0SLUG' },
    ...{ is_enterprise_install: 'false', response_url: 'http://127.0.0.1:1/response/R1' },
    trigger_id: `1.2.${person}`,
  }).toString();
  const seconds = Math.floor(Date.now() / 1000);
  const sum = createHmac('sha256', signingSecret).update(`v0:${seconds}:${body}`).digest('hex');
  const head = [
    'POST /slack/events HTTP/1.1',
    'Host: slugline.example',
    'User-Agent: Slackbot 1.0 (+https://api.slack.com/robots)',
    'Accept: application/json,*/*',
    'Content-Type: application/x-www-form-urlencoded',
    `X-Slack-Request-Timestamp: ${seconds}`,
    `X-Slack-Signature: v0=${sum}`,
    `Content-Length: ${body.length}`,
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
}

const lastChunk = Buffer.from('\r\n0\r\n\r\n');

/** Sends one request and resolves to the whole answer. */
function exchange(socket, request) {
  return new Promise((resolve, reject) => {
    const chunks = [];
    const hungUp = () => reject(new Error('the server hung up on a command'));
    const take = (chunk) => {
      chunks.push(chunk);
      const answer = chunks.length === 1 ? chunk : Buffer.concat(chunks);
      if (!isWhole(answer)) return;
      socket.off('data', take).off('error', reject).off('close', hungUp);
      resolve(answer);
    };
    socket.on('data', take).once('error', reject).once('close', hungUp).write(request);
  });
}

function isWhole(answer) {
  const end = answer.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const length = /content-length: (\d+)/i.exec(answer.toString('latin1', 0, end));
  return length
    ? answer.length >= end + 4 + Number(length[1])
    : answer.subarray(-lastChunk.length).equals(lastChunk);
}

const opened = (port) =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket)).once('error', reject);
    socket.setNoDelay(true);
  });

function assertAnswered(answer) {
  const head = answer.toString('latin1', 0, 200);
  if (!head.startsWith('HTTP/1.1 200')) throw new Error(`a command was answered ${head.split('\r\n')[0]}`);
}

/** Asks once; resolves to the JSON of the answer. */
export async function askOnce(port, text) {
  const socket = await opened(port);
  const answer = await exchange(socket, commandRequest(text, 0));
  socket.destroy();
  assertAnswered(answer);
  const body = answer.toString('utf8', answer.indexOf('\r\n\r\n') + 4);
  return JSON.parse(body.slice(body.indexOf('{'), body.lastIndexOf('}') + 1));
}

/** Requests a second, as fast as they are answered; what was answered in the warm-up is not counted. */
export async function throughput(port, { text, connections = 10, warmUpMs = 1000, ms = 3000 }) {
  const startAt = performance.now() + warmUpMs;
  const endAt = startAt + ms;
  let answered = 0;
  const one = async (_, person) => {
    const socket = await opened(port);
    const request = commandRequest(text, person);
    for (let now = performance.now(); now < endAt; now = performance.now()) {
      assertAnswered(await exchange(socket, request));
      if (now >= startAt) answered += 1;
    }
    socket.destroy();
  };
  await Promise.all(Array.from({ length: connections }, one));
  return answered / (ms / 1000);
}

/** How long each answer took, in ms, of commands that come at their own pace, whether the last is answered or not. */
export async function latencies(port, { text, everyMs = 5, ms = 5000, until }) {
  const free = await Promise.all(Array.from({ length: 10 }, () => opened(port)));
  const took = [];
  const underWay = new Set();
  const request = commandRequest(text, 1);
  const begun = performance.now();
  const isOver = until ?? (() => performance.now() - begun > ms);
  for (let count = 0; !isOver(); count += 1) {
    const due = begun + count * everyMs;
    while (performance.now() < due) await new Promise((resolve) => setTimeout(resolve, 1));
    // The one that has rested longest: a server hangs up on those that rest for seconds.
    const socket = free.shift() ?? (await opened(port));
    const asked = exchange(socket, request).then((answer) => {
      took.push(performance.now() - due);
      assertAnswered(answer);
      free.push(socket);
      underWay.delete(asked);
    });
    underWay.add(asked);
  }
  await Promise.all(underWay);
  for (const socket of free) socket.destroy();
  return took;
}
