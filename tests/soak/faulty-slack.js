/** An announcer on channels in memory, in which calls take their time and go wrong by chance. */
export class FaultySlack {
  messages = [];
  byKey = new Map();
  closed = new Map();
  gone = new Set();
  faults = {};
  isCalm = false;
  #last = 0;

  constructor(world, random, plainText) {
    this.world = world;
    this.random = random;
    this.plainText = plainText;
  }

  async post(message) {
    const isWord = /^U/.test(message.channel);
    return this.#answer(isWord ? {} : { lost: 0.02, landed: 0.02, wait: 0.03 }, () => this.#land(message));
  }

  async edit({ channel, ts, page }) {
    return this.#answer({ lost: 0.02, landed: 0.02, wait: 0.02 }, () => {
      const refused = this.closed.get(channel);
      if (refused) return { outcome: 'refused', error: refused };
      const there = this.messages.find((message) => message.channel === channel && message.ts === ts);
      if (!there || this.gone.has(ts)) return { outcome: 'refused', error: 'message_not_found' };
      there.text = this.plainText(page);
      return { outcome: 'posted', ts };
    });
  }

  async find({ channel, threadTs, key }) {
    const came = await this.#answer({ wait: 0.05 }, () => ({ outcome: 'posted' }));
    if (came.outcome !== 'posted') return { outcome: 'wait', seconds: came.seconds ?? 5 };
    if (this.closed.has(channel)) return { outcome: 'wait', seconds: 30 };
    const found = (this.byKey.get(key) ?? []).find((message) => message.threadTs === threadTs);
    return found ? { outcome: 'there', ts: found.ts } : { outcome: 'absent' };
  }

  async permalink(channel, ts) {
    return this.gone.has(ts) ? undefined : `https://example.org/${channel}/${ts}`;
  }

  /** Somebody deletes a card: its thread takes no more replies. */
  deleteThread(ts) {
    this.gone.add(ts);
    this.#count('thread deleted');
  }

  async #answer({ lost = 0, landed = 0, wait = 0 }, land) {
    await this.world.pause(this.random.between(20, 300));
    if (this.isCalm) return land();
    if (this.random.chance(wait)) {
      this.#count('429');
      return { outcome: 'wait', seconds: this.random.between(1, 5) };
    }
    if (this.random.chance(lost)) {
      this.#count('lost before it landed');
      return this.#late();
    }
    const answer = land();
    if (answer.outcome === 'posted' && this.random.chance(landed)) {
      this.#count('answer lost after it landed');
      return this.#late();
    }
    return answer;
  }

  async #late() {
    if (this.random.chance(0.3)) await this.world.pause(10_000);
    return { outcome: 'unconfirmed' };
  }

  #land({ channel, threadTs, page, key }) {
    const error = this.closed.get(channel);
    if (error) return { outcome: 'refused', error };
    if (threadTs && this.gone.has(threadTs)) return { outcome: 'refused', error: 'thread_not_found' };
    this.#last = Math.max(this.world.now * 1000, this.#last + 1);
    const digits = String(this.#last);
    const ts = `${digits.slice(0, -6)}.${digits.slice(-6)}`;
    const text = this.plainText(page);
    const message = { channel, ts, threadTs, key, text, firstText: text };
    this.messages.push(message);
    if (key) this.byKey.set(key, [...(this.byKey.get(key) ?? []), message]);
    return { outcome: 'posted', ts };
  }

  #count(what) {
    this.faults[what] = (this.faults[what] ?? 0) + 1;
  }
}
