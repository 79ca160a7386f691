import type { Change } from '../change.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Subscription } from '../records/subscription.ts';

/** Nobody of the newsroom stands behind it any more. Taken over by somebody else, it has an owner again. */
export const isOwnerless = ({ owner, goneOwner }: Subscription): boolean => goneOwner === owner;

/** Their subscriptions go on, and editors are told: whether they stay is for an editor to say. */
export function ownerLeft(newsroom: Newsroom, person: string): Change[] {
  return ownedBy(newsroom, person)
    .filter((subscription) => !isOwnerless(subscription))
    .map(({ id }) => ({ type: 'subscription-changed', id, set: { goneOwner: person } }));
}

export function ownerBack(newsroom: Newsroom, person: string): Change[] {
  return ownedBy(newsroom, person)
    .filter(isOwnerless)
    .map(({ id }) => ({ type: 'subscription-changed', id, set: { goneOwner: null } }));
}

const ownedBy = ({ subscriptions }: Newsroom, person: string): Subscription[] =>
  [...subscriptions.all()].filter(({ owner }) => owner === person);
