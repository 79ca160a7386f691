import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { forgery } from '../../../src/slack/http/signature.ts';

const signingSecret = 'a signing secret';
const nowMs = 1_770_000_000_500;
const nowSeconds = 1_770_000_000;

function signed(body: string | Buffer, seconds: number | string = nowSeconds, secret = signingSecret) {
  const sum = createHmac('sha256', secret).update(`v0:${seconds}:`).update(body).digest('hex');
  return { 'x-slack-request-timestamp': String(seconds), 'x-slack-signature': `v0=${sum}` };
}

const refused = (body: string, headers: Record<string, string | string[] | undefined>) =>
  forgery(Buffer.from(body), headers as Record<string, string>, { signingSecret, nowMs });

describe('a request', () => {
  test('that Slack signed is taken, as in Slack’s own example', () => {
    const body =
      'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';
    const headers = {
      'x-slack-request-timestamp': '1531420618',
      'x-slack-signature': 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
    };
    const slacksExample = { signingSecret: '8f742231b10e8888abcd99yyyzzz85a5', nowMs: 1_531_420_618_000 };

    expect(forgery(Buffer.from(body), headers, slacksExample)).toBeUndefined();
  });

  test.each([
    ['five minutes old', nowSeconds - 299],
    ['of a clock that is ahead', nowSeconds + 299],
  ])('%s is taken', (_, seconds) => {
    expect(refused('text=hi', signed('text=hi', seconds))).toBeUndefined();
  });

  test.each([
    ['older than five minutes', signed('text=hi', nowSeconds - 301), /last five minutes/],
    ['from more than five minutes ahead', signed('text=hi', nowSeconds + 301), /last five minutes/],
    ['of another secret', signed('text=hi', nowSeconds, 'another'), /SLACK_SIGNING_SECRET/],
    ['with another body', signed('text=ho'), /SLACK_SIGNING_SECRET/],
    ['with another time', { ...signed('text=hi'), 'x-slack-request-timestamp': '1770000001' }, /SIGNING/],
    ['of another version', { ...signed('text=hi'), 'x-slack-signature': 'v1=00' }, /SIGNING/],
    ['with half a signature', { ...signed('text=hi'), 'x-slack-signature': 'v0=' }, /SIGNING/],
    ['without a signature', { 'x-slack-request-timestamp': '1770000000' }, /no signature/],
    ['without a time', { 'x-slack-signature': signed('text=hi')['x-slack-signature'] }, /no signature/],
    ['with no number for a time', signed('text=hi', 'NaN'), /no number/],
    ['with a time that is not digits alone', signed('text=hi', `${nowSeconds}.5`), /no number/],
    ['with an empty time', signed('text=hi', ''), /no number/],
  ])('%s is refused, and the log says why', (_, headers, why) => {
    expect(refused('text=hi', headers)).toMatch(why);
  });

  test('is signed as its bytes came, whether they are text or not', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const body = Buffer.from(bytes);
        expect(forgery(body, signed(body), { signingSecret, nowMs })).toBeUndefined();
        const altered = Buffer.concat([body, Buffer.from('&')]);
        expect(forgery(altered, signed(body), { signingSecret, nowMs })).toBeDefined();
      }),
    );
  });
});
