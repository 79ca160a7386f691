const storyCount = 40;
const channelCount = 20;
const storiesEach = 4;

export const channelsOf = () => Array.from({ length: channelCount }, (_, at) => `C${at}`);

/** Stories, and channels that follow four of them each. */
export function opening() {
  const stories = Array.from({ length: storyCount }, (_, at) => `story-${at}`);
  const opened = stories.map((slug) => ({
    type: 'story-opened',
    story: { slug, headline: `About ${slug}`, status: 'active', subjects: [], aliases: [], entities: [] },
  }));
  const followed = channelsOf().flatMap((channel, at) =>
    Array.from({ length: storiesEach }, (_, nth) => ({
      type: 'subscribed',
      id: `S-${at * storiesEach + nth + 1}`,
      subscription: {
        topic: { kind: 'story', slug: stories[(at + nth * 7) % storyCount] },
        ...{ channel, kinds: ['fact'], withoutEntities: [], owner: 'UANA' },
        threading: ['thread', 'milestones', 'channel', 'thread'][at % 4],
      },
      announce: {},
    })),
  );
  return [opened, followed];
}

/** What editors do next: mostly entries; now and then one is corrected, verified or withdrawn. */
export function nextActs(random, made) {
  const changes = [];
  const id = `E-${made + 1}`;
  changes.push({
    type: 'entry-added',
    id,
    entry: {
      ...{ kind: 'fact', text: `What ${id} says`, sources: [], verification: 'reported', entities: [] },
      stories: [`story-${random.between(0, storyCount - 1)}`],
      ...(random.chance(0.05) ? { urgency: random.between(1, 3) } : {}),
    },
  });
  const earlier = `E-${random.between(Math.max(1, made - 200), Math.max(1, made))}`;
  if (made > 0 && random.chance(0.03)) {
    const set = { text: `What ${earlier} should have said (${made})` };
    changes.push({ type: 'entry-corrected', id: earlier, set, reason: 'We misheard.' });
  } else if (made > 0 && random.chance(0.01)) {
    changes.push({ type: 'entry-withdrawn', id: earlier, reason: 'It is not so.' });
  }
  return changes;
}
