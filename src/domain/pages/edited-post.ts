import { type Telling, tellingAt, tellingsOf } from '../following/tellings.ts';
import { instantOf } from '../language/dates.ts';
import { askFor } from '../language/topic-request.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Entry } from '../records/entry.ts';
import type { Instant } from '../records/moment.ts';
import type { Post } from '../records/thread.ts';
import { isEmbargoed } from '../rules/embargo.ts';
import { entryPostPage, heldPage } from './entry-post-page.ts';
import { noticePage } from './notice-page.ts';
import { bold, type Inline, type Page, type Part } from './page.ts';
import { heldWords, tellingWords, whichWords } from './revision-words.ts';

interface Editing {
  now: Instant;
  zone: string;
  /** The page that the message showed, as it is drawn now; without it only what changed is said. */
  redrawn?: Page | undefined;
}

/**
 * A message that showed entries, put right. One that was about a single entry shows it as it stands, what was wrong
 * struck out; a briefing is drawn anew below what changed. Of a withdrawn entry no word is left.
 */
export function editedPost(newsroom: Newsroom, post: Post, { now, zone, redrawn }: Editing): Page {
  const shown = post.shows.flatMap((one) => newsroom.entries.get(one.entry) ?? []);
  const [entry] = shown;
  const notice = entry && post.as === 'notice' ? noticeAnew(post, entry, { now, zone }) : undefined;
  if (notice) return notice;
  if (entry && shown.length === 1 && !redrawn) {
    const topic = post.threadTs === undefined ? post.topics[0] : undefined;
    return entryPostPage(newsroom, entry, { now, zone, topic, since: changesSince(post, entry) });
  }
  return { parts: [...changedParts(post, shown, { now, zone }), ...(redrawn?.parts ?? waysOn(post))] };
}

/** Word of an act stays that, whatever was done to the entry after it; unless by today's rules there is none of it. */
function noticeAnew(
  { shows: [said] }: Post,
  entry: Entry,
  { now, zone }: Pick<Editing, 'now' | 'zone'>,
): Page | undefined {
  if (isEmbargoed(entry, now) && !entry.withdrawn) return heldPage(entry);
  const revision = said?.revision ?? entry.revisions.length;
  if (!entry.withdrawn && !tellingAt(tellingsOf(entry), revision)) return undefined;
  return noticePage(entry, revision, { zone });
}

/** What was done to the entry since the message was posted: Slack's id of a message is the time of it. */
function changesSince({ ts, shows }: Post, entry: Entry): Telling[] {
  const postedAt = instantOf(Math.floor(Number(ts) * 1000));
  const drawn = shows.find((one) => one.entry === entry.id)?.revision ?? 0;
  return tellingsOf(entry).filter(({ at, revision }) => at > postedAt || revision > drawn);
}

function changedParts(
  post: Post,
  shown: readonly Entry[],
  { now, zone }: Pick<Editing, 'now' | 'zone'>,
): Part[] {
  const lines = shown.flatMap((entry) => changedLine(post, entry, { now, zone }));
  return lines.length === 0
    ? []
    : [{ part: 'list', heading: 'Changed since this was posted', lines: lines.slice(0, 20) }];
}

/** The last thing that was done to an entry; the ones before are in its history. Of what is held back, only that. */
function changedLine(post: Post, entry: Entry, { now, zone }: Pick<Editing, 'now' | 'zone'>): Inline[][] {
  // By its number the message is found again when the embargo ends.
  if (isEmbargoed(entry, now) && !entry.withdrawn) return [heldWords(entry)];
  const last = changesSince(post, entry).at(-1);
  if (!last) return [];
  if (entry.withdrawn) return [[bold('Withdrawn: do not use.'), ' ', ...whichWords(entry, zone)]];
  return [[...tellingWords(entry, last, zone), ' ', { entry: entry.id }]];
}

const waysOn = ({ topics, asked }: Post): Part[] =>
  topics.length === 0
    ? searchedFor(asked)
    : [{ part: 'buttons', buttons: [{ label: 'Briefing', command: askFor(topics.slice(0, 2)) }] }];

/** What a search found is not looked for anew; whoever reads it still can. */
const searchedFor = (asked: string | undefined): Part[] =>
  asked === undefined ? [] : [{ part: 'buttons', buttons: [{ label: 'Ask again', command: asked }] }];
