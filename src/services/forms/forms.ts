import type { FormReader } from './form.ts';

/** Every form there is, by the name it carries. */
export const forms: { readonly [name: string]: FormReader } = {};
