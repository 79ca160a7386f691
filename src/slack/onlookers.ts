import type { Page } from '../domain/pages/page.ts';
import type { Desk } from './desk.ts';

/**
 * Why what is asked in this channel is answered to nobody but who asked; `undefined` where our own people are among
 * themselves. Like Share: whoever wants others to see it says so once they know who those are.
 */
export async function readAlong({ directory }: Desk, channel: string): Promise<string | undefined> {
  const audience = await directory.channel(channel);
  if (!audience) return 'Slack does not tell me just now who reads along in this channel.';
  return audience.isShared ? 'Another organization reads along in this channel.' : undefined;
}

export function forTheirEyes(page: Page, why: string): Page {
  const canShare = page.parts.some(
    (part) => part.part === 'buttons' && part.buttons.some((button) => 'share' in button),
  );
  const next = canShare ? ' To show it to all, press Share to channel.' : '';
  return { parts: [{ part: 'context', text: [`Only you see this. ${why}${next}`] }, ...page.parts] };
}
