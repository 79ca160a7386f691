import type { EntityBriefing } from '../briefing/entity-briefing.ts';
import type { StoryBriefing } from '../briefing/story-briefing.ts';
import { askFor } from '../language/topic-request.ts';
import type { Topic } from '../records/identifiers.ts';
import { backgroundSection } from './entry-sections.ts';
import type { Button, Part } from './page.ts';
import { type Drawing, latestSection, shareButton, sourceSection, viewButtons } from './shared-parts.ts';

/** How every briefing ends, be it on a story or an entity: what moved, what lies behind it, who says so, where to go on. */
export function briefingEnd(
  briefing: StoryBriefing | EntityBriefing,
  topics: readonly Topic[],
  { names, zone, buttons = [] }: Drawing & { buttons?: readonly Button[] },
): Part[] {
  return [
    ...latestSection(briefing.latest, { names, zone }),
    ...backgroundSection(briefing, { names, rest: askFor(topics, { view: 'claims' }) }),
    ...sourceSection(briefing.origins, askFor(topics, { view: 'sources' })),
    {
      part: 'buttons',
      buttons: [
        ...viewButtons(topics, 'briefing', ['timeline', 'claims', 'sources']),
        ...buttons,
        shareButton(askFor(topics)),
      ],
    },
  ];
}
