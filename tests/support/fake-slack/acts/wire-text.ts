import type { Directory } from '../state/directory.ts';

const alreadyWire = /(<[@#!][^>]*>|<https?:[^>]*>)/;
const typedReference = /([@#])([\p{L}\p{N}._-]+)|(https?:\/\/[^\s<>]+)/gu;

/**
 * What a person typed, as Slack sends it on: `<@U1|ana>`, `<#C1|autos>`, `<https://…>` and `&amp;`.
 * https://docs.slack.dev/interactivity/implementing-slash-commands#escaping
 */
export function wireText(typed: string, directory: Directory, { withNames }: { withNames: boolean }): string {
  return typed
    .split(alreadyWire)
    .map((part, index) => (index % 2 === 1 ? part : escapeReferences(part, directory, withNames)))
    .join('');
}

function escapeReferences(text: string, directory: Directory, withNames: boolean): string {
  return escapeControl(text).replace(typedReference, (whole, sign?: string, name?: string) => {
    if (sign === undefined || name === undefined) return `<${whole}>`;
    const known = [...(sign === '@' ? directory.users : directory.channels).values()];
    const found = known.find((one) => one.name === name);
    if (found === undefined) return whole;
    return withNames ? `<${sign}${found.id}|${found.name}>` : `<${sign}${found.id}>`;
  });
}

function escapeControl(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
