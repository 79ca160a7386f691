/** The most that is read of anything, packed or unpacked. */
export const mostMb = 5;
export const mostBytes = mostMb * 1_000_000;
