import { createReadStream, existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import type { Logger } from 'pino';
import { type Faults, openNewsroom, systemClock, systemTimer } from './app.ts';
import { ArticleReader } from './articles/article-reader.ts';
import { mostBytes } from './articles/limits.ts';
import { printBriefing } from './cli/brief.ts';
import { checkFiles } from './cli/check-data.ts';
import { exportTo } from './cli/export.ts';
import { generate } from './cli/generate.ts';
import { importFiles } from './cli/import.ts';
import { mostOfImport, readWhole } from './cli/read-whole.ts';
import type { Config } from './config.ts';
import { applyAct } from './domain/apply.ts';
import { importBundle } from './domain/editing/bundle/import-bundle.ts';
import { parseBundle } from './domain/editing/bundle/parse-bundle.ts';
import { namedTopic } from './domain/finding/named-topic.ts';
import { createNewsroom, type Newsroom } from './domain/newsroom.ts';
import { isProblem, type Problem } from './domain/problem.ts';
import { openSearchHere } from './search/open-search-here.ts';
import { Drafts, type Made } from './services/drafts.ts';
import { NewsroomService } from './services/newsroom-service.ts';
import { recordBundle } from './services/record-bundle.ts';
import { Search } from './services/search.ts';
import { openToRead } from './store/json/open-to-read.ts';
import { sampleFile } from './tryout.ts';

interface Door {
  config: Config;
  log: Logger;
  say: (line: string) => void;
}
type ExitCode = 0 | 1;

/** What comes from a file, or from `-`, standard input. */
const chunksOf = (file: string): AsyncIterable<Uint8Array> =>
  file === '-' ? process.stdin : createReadStream(file);
const readBundleFile = (file: string): Promise<Uint8Array> => readWhole(chunksOf(file));
const ofArticle = { bytes: mostBytes, mend: 'send the article alone, without what surrounds it' };
const readAnyFile = (file: string): Promise<Uint8Array> => readWhole(chunksOf(file), mostOfImport(ofArticle));

/** The article in a file as a draft, under the story that was named. */
const draftOfFile =
  (service: NewsroomService, zone: string) =>
  async (bytes: Uint8Array, file: string, named: string | undefined): Promise<Made | Problem> => {
    const article = await new ArticleReader(systemClock).readInput(bytes, { name: file });
    if (isProblem(article)) return article;
    const topic = named === undefined ? undefined : namedTopic(service.newsroom, named, { kind: 'story' });
    if (isProblem(topic)) return topic;
    const drafts = new Drafts({ newsroom: service, clock: systemClock, zone });
    return drafts.make(article, 'file', topic ? { story: topic.slug } : {});
  };

/** What Slugline does without Slack: `node dist/main.js import FILE…`. */
export const commandLine: {
  readonly [command: string]: (words: string[], door: Door) => Promise<ExitCode | Faults>;
} = {
  import: async (files, { config, log, say }) => {
    const service = await openNewsroom(config, log);
    if ('faults' in service) return service;
    let isStopped = false;
    // The first Ctrl-C lets the act be finished that is being written, the second ends the process.
    process.once('SIGINT', () => {
      isStopped = true;
    });
    const code = await importFiles(files, {
      readFile: readAnyFile,
      draft: draftOfFile(service, config.zone),
      newsroom: service.newsroom,
      record: (bundle, recording) => recordBundle(service, bundle, recording),
      say,
      screen: process.stderr,
      isStopped: () => isStopped,
    });
    await service.close();
    return code;
  },

  export: (words, { config, say }) =>
    reading(config, (newsroom) => {
      const asking = { newsroom, now: systemClock.now(), zone: config.zone };
      return exportTo(words, asking, { say, writeFile });
    }),

  'check-data': (files, { say }) => checkFiles(files, { readFile: readBundleFile, say }),

  generate: (_, { say }) => generate({ readFile: (file) => readFile(file, 'utf8'), writeFile, say }),

  brief: (words, { config, say }) =>
    reading(config, (newsroom) => {
      const look = { viewer: { role: 'reader' } as const, now: systemClock.now(), zone: config.zone };
      return printBriefing(words.join(' '), { ...look, newsroom }, { search: searchOnce(newsroom), say });
    }),
};

/** Reads the whole newsroom for the one question that is asked, and only if it is. */
const searchOnce = (newsroom: Newsroom): Pick<Search, 'find'> => ({
  find: async (words, asking) => {
    const onLost = (why: Error) => {
      throw why;
    };
    const standing = { newsroom, onChange: () => {} };
    const search = new Search({ newsroom: standing, open: openSearchHere, timer: systemTimer, onLost });
    await search.start();
    return search.find(words, asking);
  },
});

/** Before anything was recorded, the sample is there to be read; what is recorded can be read while Slugline runs. */
async function reading(
  config: Config,
  read: (newsroom: Newsroom) => ExitCode | Promise<ExitCode>,
): Promise<ExitCode | Faults> {
  if (!config.dataDirIsNamed && !existsSync(config.dataDir)) return read(await sampleNewsroom());
  const journal = await openToRead(config.dataDir);
  if ('problem' in journal) return { faults: [journal.message] };
  const service = new NewsroomService(journal, systemClock);
  await service.load();
  return read(service.newsroom);
}

async function sampleNewsroom(): Promise<Newsroom> {
  const newsroom = createNewsroom();
  const bundle = parseBundle(await readFile(sampleFile, 'utf8'), sampleFile);
  const imported = isProblem(bundle) ? bundle : importBundle(newsroom, bundle);
  if (isProblem(imported)) throw new Error(`${sampleFile} is faulty`);
  applyAct(newsroom, { seq: 1, at: systemClock.now(), by: 'import', changes: imported.changes });
  return newsroom;
}
