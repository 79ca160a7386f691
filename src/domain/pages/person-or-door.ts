import type { Inline } from './page.ts';

/** What nobody typed came through a door that has a name of its own. */
const doors: { readonly [by: string]: string } = {
  import: 'An import',
  backfill: 'A backfill',
  cli: 'The command line',
  'embargo-clock': 'The clock',
  feed: 'A feed',
  inbox: 'The inbox folder',
};

/** Who acted: somebody in Slack, or what did it for nobody in particular. */
export const personOrDoor = (by: string): Inline =>
  /^[UW][A-Z0-9]+$/.test(by) ? { person: by } : (doors[by] ?? by);
