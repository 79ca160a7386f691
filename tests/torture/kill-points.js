/** Where a process is made to die. `random` is killed by another process, whenever that is. */
const storeSteps = [
  ...['append:ready', 'append:written', 'append:synced'],
  ...['rotate:made', 'rotate:old-renamed', 'rotate:new-renamed', 'rotate:folder-synced'],
  ...['snapshot:opened', 'snapshot:written', 'snapshot:synced', 'snapshot:renamed', 'snapshot:folder-synced'],
  ...['archive:folder-made', 'archive:renamed', 'archive:folder-synced'],
];

/** Before and after each call that changes what is on disk; `torn` dies when a part of the bytes is written. */
const around = (...calls) => calls.flatMap((call) => [`before ${call}`, `after ${call}`]);
const systemCalls = [
  ...around('write journal', 'datasync journal', 'rename journal'),
  ...around('open new journal', 'write new journal', 'datasync new journal', 'rename new journal'),
  ...around('open snapshot', 'write snapshot', 'datasync snapshot', 'rename snapshot'),
  ...around('mkdir archive', 'rename old journal', 'sync folder', 'sync archive'),
  ...around('open lock', 'write lock', 'link lock', 'unlink lock'),
  ...['torn write journal', 'torn write new journal', 'torn write snapshot', 'torn write lock'],
];

/** What only a start after a certain crash comes by: the first death makes the second one possible. */
const afterOneAnother = [
  ...['lock:dead-removed', 'before rename lock', 'after rename lock'].map((point) => [
    'append:written',
    point,
  ]),
  ['torn write journal', 'mend:tail'],
  ['torn write journal', 'before truncate journal'],
  ['torn write journal', 'after truncate journal', 'mend:tail'],
  ['rotate:old-renamed', 'before rename new journal'],
  ['rotate:old-renamed', 'torn write new journal', 'after rename new journal'],
  ['snapshot:folder-synced', 'archive:folder-made'],
  ['snapshot:renamed', 'before rename old journal', 'after rename old journal'],
  ['snapshot:folder-synced', 'archive:renamed', 'archive:folder-synced'],
];

const publisherSteps = ['drawn', 'sent', 'recorded'].flatMap((when) =>
  ['card', 'entry', 'notice', 'edit'].map((what) => `${when}:${what}`),
);

export const random = 'random';

/** Each is a list of deaths, one after another in the same folder. */
export const storeScripts = [
  ...[...storeSteps, ...systemCalls].map((point) => [point]),
  ...afterOneAnother,
  ...Array.from({ length: 12 }, () => [random]),
];

export const publisherScripts = [
  ...publisherSteps,
  ...['append:ready', 'append:written', 'append:synced', 'snapshot:renamed', 'torn write journal'],
  ...[random, random, random],
];
