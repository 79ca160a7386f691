import { slackLimitProblems } from '../limits/assert-within-slack-limits.ts';
import { asFlag, asText, type SlackObject } from '../slack-object.ts';
import type { Clock } from './clock.ts';
import type { Message, Timeline } from './timeline.ts';

const mostUses = 5;
const lifetimeMs = 30 * 60 * 1000;

export interface ResponseOrigin {
  user: string;
  channel: string;
  /** The message whose button was clicked. A slash command has none. */
  source?: Message;
}

interface ResponseUrl extends ResponseOrigin {
  issuedAt: number;
  uses: number;
}

export interface ResponseUrlAnswer {
  status: number;
  body: SlackObject;
}

/** https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
export class ResponseUrls {
  private readonly issued = new Map<string, ResponseUrl>();
  private readonly clock: Clock;
  private readonly timeline: Timeline;

  constructor(clock: Clock, timeline: Timeline) {
    this.clock = clock;
    this.timeline = timeline;
  }

  /** Answers the id, which the server puts behind its own address. */
  issue(origin: ResponseOrigin): string {
    const id = `R${1000 + this.issued.size}`;
    this.issued.set(id, { ...origin, issuedAt: this.clock.now(), uses: 0 });
    return id;
  }

  post(id: string, content: SlackObject): ResponseUrlAnswer {
    const url = this.issued.get(id);
    if (url === undefined) return refuse(404, 'no_service');
    if (this.clock.now() - url.issuedAt > lifetimeMs) return refuse(404, 'expired_url');
    if (url.uses >= mostUses) return refuse(404, 'used_url');
    const [problem, ...others] = slackLimitProblems(content, 'response_url');
    if (problem !== undefined) {
      return refuse(
        400,
        problem.code,
        [problem, ...others].map(({ message }) => message),
      );
    }
    url.uses += 1;
    return this.land(url, content);
  }

  private land(url: ResponseUrl, content: SlackObject): ResponseUrlAnswer {
    const hasContent = Boolean(content.text) || (Array.isArray(content.blocks) && content.blocks.length > 0);
    if (url.source !== undefined && asFlag(content.delete_original)) {
      this.timeline.remove(url.source);
      return { status: 200, body: { ok: true } };
    }
    if (!hasContent) return refuse(400, 'no_text');
    if (url.source !== undefined && asFlag(content.replace_original)) {
      // An ephemeral message stays ephemeral, whatever response_type says.
      this.timeline.edit(url.source, { text: '', blocks: [], ...content });
      return { status: 200, body: { ok: true } };
    }
    this.timeline.post({
      channel: url.channel,
      content,
      threadTs: asText(content.thread_ts),
      ephemeralFor: content.response_type === 'in_channel' ? undefined : url.user,
    });
    return { status: 200, body: { ok: true } };
  }
}

function refuse(status: number, error: string, errors: string[] = []): ResponseUrlAnswer {
  return { status, body: errors.length > 0 ? { ok: false, error, errors } : { ok: false, error } };
}
