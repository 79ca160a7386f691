import type { FakeSlackOptions } from './settings.ts';

export const ana = 'U0ANA';
export const ben = 'U0BEN';
export const autos = 'C0AUTOS';

/** A workspace with one of each kind, for the fake's own tests. */
export const tinyNewsroom: FakeSlackOptions = {
  users: [
    { id: ana, name: 'ana', real_name: 'Ana Ruiz' },
    { id: ben, name: 'ben', is_restricted: true },
  ],
  channels: [
    { id: autos, name: 'autos' },
    { id: 'C0DEALS', name: 'deals', is_private: true, hasApp: false },
    { id: 'C0CITY', name: 'city', hasApp: false },
    { id: 'C0OLD', name: 'old', is_archived: true },
  ],
  userGroups: [{ id: 'S0EDITORS', handle: 'editors', users: [ana] }],
  ackTimeoutMs: 400,
};
