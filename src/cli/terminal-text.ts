// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about.
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** Text of records and bundles as a terminal may show it: what would move the cursor or rename the window is left out. */
export const terminalText = (text: string): string => text.replace(controls, '');
