import fc from 'fast-check';

/** What people type and paste, and what somebody types who wants to ping a channel or break a layout. */
export const fragments = [
  ...['<!channel>', '<!here>', '<@U1>', '<#C1|general>', '<https://evil.example|bank>', '<!subteam^S1>'],
  ...['&', '&amp;', '&lt;', '&lt;!here&gt;', '<', '>', '@here', '@channel', '@everyone', '#general'],
  ...['`', '```', '*', '_', '~', '*bold*', '~struck~', '\n', '\n\n> ', '\r\n', '\t', '|', '"', '“', '”', '’'],
  ...[':smile:', '\\', '\\u003c!here\\u003e', '$1', '$&', '%s', '{"a":1}', 'http://x.org', '<script>'],
  ...[
    'שלום עולם',
    'مرحبا',
    '\u202e',
    '\u2066',
    '\u200f',
    '🚗',
    '👩🏽‍🚀',
    '🇩🇪',
    'é',
    'e\u0301\u0323',
    'naïve',
  ],
  ...['比亚迪', '\u200b', '\ufeff', '\u0000', '\u001b[31m', '\u2028', '\u00a0', '\ufffd', '𝕱𝖔𝖗𝖉'],
  ...['Ford', 'Xiaomi', ' ', ' talks ', 'constructor', '__proto__', 'E-1', 'Q-1', 'page:2', 'as-of:today'],
];

/** A text of at most `most` characters, often exactly as long as it may be. */
export const aText = (most: number): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.array(fc.oneof(fc.constantFrom(...fragments), fc.string({ maxLength: 8 })), {
        minLength: 1,
        maxLength: 8,
      }),
      fc.constantFrom(1, 1, 3, 3000),
    )
    .map(([words, times]) => cut(words.join('').repeat(times), most))
    .map((text) => text.trim() || 'x');

/** Within a number of UTF-16 units, never inside a character. */
function cut(text: string, most: number): string {
  const within = text.slice(0, most);
  return /[\ud800-\udbff]$/.test(within) ? within.slice(0, -1) : within;
}
