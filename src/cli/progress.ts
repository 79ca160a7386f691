/** Where progress is shown: standard error, so that what is printed stays what was asked for. */
export interface Screen {
  isTTY?: boolean | undefined;
  write: (text: string) => unknown;
}

export interface Progress {
  shows: (recorded: number, of: number) => void;
  /** The line that moved makes room for what is said next. */
  ends: () => void;
}

/** One line that moves on a terminal; elsewhere a line for each tenth, as a log keeps them all. */
export function progressOn(screen: Screen, name: string): Progress {
  let tenths = -1;
  let isMoving = false;
  const line = (recorded: number, of: number) =>
    `${name}: ${recorded.toLocaleString('en')} of ${of.toLocaleString('en')} entries`;
  return {
    shows: (recorded, of) => {
      const now = Math.floor((recorded * 10) / of);
      if (screen.isTTY) screen.write(`\r\u001b[K${line(recorded, of)}`);
      else if (now > tenths) screen.write(`${line(recorded, of)}\n`);
      isMoving = screen.isTTY === true;
      tenths = now;
    },
    ends: () => {
      if (isMoving) screen.write('\r\u001b[K');
    },
  };
}
