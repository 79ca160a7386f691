import type { Button, Part } from './page.ts';

/** Which of the rows are on the page that was asked for, or on the last where there are not so many. */
export function cutInPages<T>(rows: readonly T[], page: number, length: number) {
  const pages = Math.max(1, Math.ceil(rows.length / length));
  const shown = Math.min(page, pages);
  return {
    shown,
    pages,
    onPage: rows.slice((shown - 1) * length, shown * length),
    place: placeOf(shown, pages),
  };
}

const placeOf = (shown: number, pages: number): string => (pages > 1 ? ` · page ${shown} of ${pages}` : '');

/** The ways to the pages before and after; `command` is what asks for a page. */
export function turning(page: number, pages: number, command: (page: number) => string): Part[] {
  const buttons: Button[] = [
    ...(page > 1 ? [{ label: 'Previous page', command: command(page - 1) }] : []),
    ...(page < pages ? [{ label: 'Next page', command: command(page + 1) }] : []),
  ];
  return buttons.length > 0 ? [{ part: 'buttons', buttons }] : [];
}
