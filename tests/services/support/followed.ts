import type { Change } from '../../../src/domain/change.ts';
import { isProblem } from '../../../src/domain/problem.ts';
import type { Subscription } from '../../../src/domain/records/subscription.ts';
import { NewsroomService } from '../../../src/services/newsroom-service.ts';
import { Publisher } from '../../../src/services/publisher.ts';
import { newsroomPages } from '../../../src/services/publishing/newsroom-pages.ts';
import type { Step } from '../../../src/services/publishing/publishing.ts';
import { JournalInMemory } from '../../support/journal-in-memory.ts';
import { StandingClock, settled } from '../../support/standing-clock.ts';
import { FakeWorkspace } from './fake-workspace.ts';

export const nine = '2026-02-02T09:00:00.000Z';
export const seconds = 1000;
export const hours = 3_600_000;

export const story = (slug: string): Change => ({
  type: 'story-opened',
  story: { slug, headline: `About ${slug}`, status: 'active', subjects: [], aliases: [], entities: [] },
});

export const subscribed = (
  id: string,
  channel: string,
  slug: string,
  more: Partial<Subscription> = {},
): Change => ({
  type: 'subscribed',
  id,
  subscription: {
    ...{ topic: { kind: 'story', slug }, channel, kinds: ['fact'], withoutEntities: [] },
    ...{ threading: 'thread', owner: 'UANA', ...more },
  },
});

export const added = (
  id: string,
  { stories = ['talks'], urgency = 5, text = `What ${id} says` } = {},
): Change => ({
  type: 'entry-added',
  id,
  entry: {
    ...{ kind: 'fact', text, sources: [], verification: 'reported', stories, entities: [] },
    urgency,
  },
});

export const corrected = (id: string): Change => ({
  type: 'entry-corrected',
  id,
  set: { text: `What ${id} should have said` },
  reason: 'We misheard.',
});

/** A newsroom with its publisher, a clock that stands, and a workspace in memory. */
export class Followed {
  readonly clock = new StandingClock(nine);
  readonly workspace = new FakeWorkspace(this.clock);
  readonly journal = new JournalInMemory();
  readonly logged: { level: string; what: string; facts: object }[] = [];
  service!: NewsroomService;
  publisher!: Publisher;
  onStep: (step: Step) => void = () => {};
  private life = { isOver: false };

  /** Stories `talks` and `plant`; one subscription to `talks` for each channel. */
  static async with(
    channels: readonly string[],
    { threading = 'thread' as Subscription['threading'] } = {},
  ): Promise<Followed> {
    const followed = new Followed();
    await followed.opens();
    await followed.records(story('talks'), story('plant'));
    for (const [at, channel] of channels.entries())
      await followed.records(subscribed(`S-${at + 1}`, channel, 'talks', { threading }));
    return followed;
  }

  get newsroom() {
    return this.service.newsroom;
  }

  /** Like a process that starts: what the journal has, and nothing else. */
  async opens(): Promise<void> {
    const life = { isOver: false };
    this.life = life;
    this.service = new NewsroomService(whileAlive(this.journal, life), this.clock);
    await this.service.load();
    const say = (level: string) => (facts: object, what: string) =>
      void this.logged.push({ level, what, facts });
    this.publisher = new Publisher({
      ...{
        newsroom: this.service,
        announcer: whileAlive(this.workspace, life),
        clock: this.clock,
        timer: this.clock,
      },
      pages: newsroomPages('UTC'),
      log: { info: say('info'), warn: say('warn'), error: say('error') },
      onStep: (step) => this.onStep(step),
    });
  }

  async records(...changes: Change[]): Promise<void> {
    const outcome = await this.service.record('UED', () => changes);
    if (isProblem(outcome)) throw new Error(JSON.stringify(outcome));
  }

  async pass(ms: number): Promise<void> {
    await settled();
    await this.clock.pass(ms);
    await settled(20);
  }

  /** The process dies where it is: nothing that it still wants to do happens. */
  dies(): void {
    this.onStep = () => {};
    this.clock.forget();
    this.life.isOver = true;
  }

  get isDead(): boolean {
    return this.life.isOver;
  }

  get owed(): number {
    return this.newsroom.deliveries.size;
  }
}

/** Nobody answers the dead. */
function whileAlive<T extends object>(port: T, life: { isOver: boolean }): T {
  return new Proxy(port, {
    get: (target, name) => {
      const member = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...words: unknown[]) =>
        life.isOver ? new Promise(() => {}) : Reflect.apply(member, target, words);
    },
  });
}
