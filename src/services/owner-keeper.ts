import { ownerBack, ownerLeft } from '../domain/following/owner-stands.ts';
import { channelKeeperName } from './channel-keeper.ts';
import type { NewsroomService } from './newsroom-service.ts';
import type { Directory } from './ports.ts';

interface Parts {
  newsroom: NewsroomService;
  directory: Pick<Directory, 'standing'>;
}

/** Notes which owners of subscriptions left the workspace, and which came back. */
export class OwnerKeeper {
  private readonly parts: Parts;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** Slack reports on somebody: whether their account is closed. */
  async stands(person: string, { hasLeft }: { hasLeft: boolean }): Promise<void> {
    const { newsroom } = this.parts;
    const decide = hasLeft ? ownerLeft : ownerBack;
    // Slack reports every change of a profile, and hardly any of them is to be recorded.
    if (decide(newsroom.newsroom, person).length === 0) return;
    await newsroom.record(channelKeeperName, (now) => decide(now, person));
  }

  /** Asks Slack; what it does not say, or said long ago, changes nothing. */
  async check(person: string): Promise<void> {
    const { standing, hasLeft = false, isStale } = await this.parts.directory.standing(person);
    if (standing !== 'unknown' && !isStale) await this.stands(person, { hasLeft });
  }
}
