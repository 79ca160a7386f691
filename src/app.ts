import { mkdir } from 'node:fs/promises';
import type { Logger } from 'pino';
import { ArticleReader } from './articles/article-reader.ts';
import { Intake } from './articles/intake.ts';
import type { Config, SlackMode } from './config.ts';
import { instantOf } from './domain/language/dates.ts';
import { openSearch } from './search/open-search.ts';
import { openSearchThread } from './search/open-search-thread.ts';
import { DraftDesk } from './services/draft-desk.ts';
import { ExpiryClock } from './services/expiry-clock.ts';
import { NewsroomService } from './services/newsroom-service.ts';
import type { Clock, OpenSearchIndex, Timer } from './services/ports.ts';
import type { Publisher } from './services/publisher.ts';
import type { Step } from './services/publishing/publishing.ts';
import { ReaderMarks } from './services/reader-marks.ts';
import type { SlackAccess } from './slack/connection.ts';
import type { Desk } from './slack/desk.ts';
import { openDesk } from './slack/open-desk.ts';
import { openPublisher } from './slack/open-publisher.ts';
import { settleWithin } from './slack/settle-within.ts';
import { createSlackApp, identify } from './slack/slack-app.ts';
import { startFault } from './slack/start-fault.ts';
import { TokenGate } from './slack/token-gate.ts';
import { type JsonJournalOptions, openJsonJournal } from './store/json/open-json-journal.ts';

/** Why something cannot start, in lines for the person who started it. */
export interface Faults {
  faults: string[];
}
export interface Running {
  /** Lets everything in flight come to its end. */
  stop(): Promise<void>;
  /** After a bug: has the disk finish and lets the folder go, without a word to Slack. */
  abandon(): Promise<void>;
}

export const systemClock: Clock = { now: () => instantOf(Date.now()) };

export const systemTimer: Timer = {
  after: (ms, run) => {
    const timeout = setTimeout(run, ms);
    return () => clearTimeout(timeout);
  },
};

/**
 * The newsroom of a folder, loaded. A folder that somebody named must exist: a mistyped one must not look
 * like an empty newsroom.
 */
export async function openNewsroom(
  { dataDir, dataDirIsNamed }: Pick<Config, 'dataDir' | 'dataDirIsNamed'>,
  log: Logger,
  seams: Pick<JsonJournalOptions, 'files'> = {},
): Promise<NewsroomService | Faults> {
  if (!dataDirIsNamed) await mkdir(dataDir, { recursive: true, mode: 0o700 });
  let service: NewsroomService | undefined;
  const capture = () => (service as NewsroomService).snapshot();
  const onReport = (report: string) => log.warn({ report }, 'store');
  const journal = await openJsonJournal({ dir: dataDir, capture, now: systemClock.now, onReport, ...seams });
  if ('problem' in journal) return { faults: [journal.message] };
  service = new NewsroomService(journal, systemClock);
  for (const repair of await service.load()) log.warn({ repair }, 'the store was mended');
  log.info({ dataDir, seq: service.newsroom.seq, entries: service.newsroom.entries.size }, 'newsroom open');
  return service;
}

type LiveSlack = Exclude<SlackMode, { mode: 'tryout' }>;

/** Slugline in the workspace that the configuration names. */
export async function startApp(config: Config, slack: LiveSlack, log: Logger): Promise<Running | Faults> {
  const service = await openNewsroom(config, log);
  if ('faults' in service) return service;
  return connect(service, accessOf(slack, config), config, log);
}

function accessOf(slack: LiveSlack, { slackApiUrl: apiUrl, port }: Config): SlackAccess {
  const { botToken } = slack;
  if (slack.mode === 'socket') return { botToken, apiUrl, by: { mode: 'socket', appToken: slack.appToken } };
  return { botToken, apiUrl, by: { mode: 'http', signingSecret: slack.signingSecret, port } };
}

/** The newsroom's clock, and who does what in it. */
type House = Pick<Config, 'zone' | 'editors' | 'contributors'> &
  Partial<Pick<Config, 'threadQuietDays' | 'dataDir' | 'feeds'>>;

const surveyPatienceMs = 4000;

/** For tests: to let time go faster, and to let the process die between two steps. */
interface Seams {
  timer?: Timer;
  onStep?: (step: Step) => void;
  openIndex?: OpenSearchIndex;
  reader?: ArticleReader;
}

/** Listens to Slack on behalf of an open newsroom; closes it when that cannot be. */
export async function connect(
  service: NewsroomService,
  workspace: SlackAccess,
  house: House,
  log: Logger,
  {
    onStep,
    timer = systemTimer,
    openIndex = openSearchThread,
    reader = new ArticleReader(systemClock),
  }: Seams = {},
): Promise<Running | Faults> {
  let state = 'starting';
  let publisher: Publisher | undefined;
  const gate = new TokenGate();
  const access = { ...workspace, gate };
  const onRevoked: Desk['onRevoked'] = (why) => {
    state = why;
    gate.shut();
    access.botToken = '';
    publisher?.halt(why);
    log.error(
      { why },
      'Slack took our token back: nothing is posted, and what is owed is kept. Reinstall the app and start Slugline with its new token',
    );
  };
  const marks = new ReaderMarks(service, timer);
  const expiries = new ExpiryClock({
    newsroom: service,
    clock: systemClock,
    timer,
    onRefused: (why) =>
      log.error(why instanceof Error ? { err: why } : { why }, 'what ran out was not ended on record'),
  });
  const search = openSearch(service, { open: openIndex, timer, log });
  const { dataDir, feeds = [], zone } = house;
  const articles = new DraftDesk({ newsroom: service, clock: systemClock, zone });
  // The try-out names no folder here: it fetches nothing.
  const intake = dataDir
    ? new Intake({ dataDir, feeds, desk: articles, clock: systemClock, timer, log })
    : undefined;
  const close = async () => {
    await intake?.stop();
    await Promise.all([expiries.stop(), search.stop(), reader.close()]);
    await marks.close().finally(() => service.close());
  };
  const health = () => {
    const { seq, deliveries } = service.newsroom;
    return { state, seq, ...(publisher?.health ?? { owed: deliveries.size, parked: 0 }) };
  };
  try {
    const identity = await identify(access, log);
    const desk = openDesk(service, access, {
      ...{ house, identity, marks, search, reader, log, onRevoked },
      ...{ clock: systemClock, timer },
    });
    service.onChange(() => desk.homes.changed());
    const { directory } = desk;
    const tools = { clock: systemClock, timer, log, onStep };
    publisher = openPublisher(service, access, { directory, house, ...tools });
    const slack = createSlackApp(access, { desk, identity, health, log });
    await slack.start();
    void search.start();
    expiries.start();
    // What was shared or closed while we were down gets nothing more; a slow Slack holds the rest up only so long.
    const rounds = Promise.all(desk.rounds.map((round) => round.start()));
    if (!(await settleWithin(rounds, surveyPatienceMs)))
      log.warn({}, 'Slack is slow to list our channels: what is owed is posted meanwhile');
    publisher.start();
    intake?.start();
    state = 'running';
    log.info({ team: identity.team, mode: access.by.mode }, 'connected to Slack');
    const stop = async () => {
      state = 'stopping';
      desk.homes.stop();
      for (const round of desk.rounds) round.stop();
      desk.channels.stop();
      try {
        await Promise.all([publisher?.stop(), slack.stop()]);
      } finally {
        await close();
      }
    };
    return { stop, abandon: close };
  } catch (error) {
    await close();
    return { faults: [startFault(error as Error, access)] };
  }
}
