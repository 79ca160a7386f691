import type { Audience } from '../../domain/following/audience.ts';
import type { Problem } from '../../domain/problem.ts';
import { includes } from '../../domain/rules/permissions.ts';
import type { Asking } from './verb.ts';

/** Whether what is asked may be done to the channel it was asked in; `asks`: an editor has to agree to its audience. */
export function channelOpenTo(
  { channel, audience, viewer }: Asking,
  example: string,
): { id: string } | { id: string; asks: Audience } | Problem {
  if (channel === undefined) return { problem: 'no-channel-here', example };
  if (!audience) return { problem: 'audience-unknown' };
  if (audience.closed !== undefined) return { problem: 'cannot-follow-here', error: audience.closed };
  if (!audience.isShared) return { id: channel };
  return includes(viewer.role, 'editor') ? { id: channel, asks: audience } : { problem: 'shared-channel' };
}
