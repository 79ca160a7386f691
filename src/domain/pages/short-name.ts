import type { Entity } from '../records/entity.ts';
import { bold, type Inline } from './page.ts';

/** A long official name behind the one that everybody uses: "CATL (Contemporary Amperex …)". */
export function shortNamed({ name, aliases }: Entity): Inline[] {
  const [short] = aliases;
  const isLong = name.length > 30 && short !== undefined && short.length < name.length / 2;
  return isLong ? [bold(short), ` (${name})`] : [bold(name)];
}
