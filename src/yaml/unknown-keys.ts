/** Keys that do not belong where they stand: misspelt, of another way of writing the same, or the rest of a text after a comma. */
import { nearest, suggestion } from '../problem/suggest.ts';
import { quoted } from './finding.ts';
import { requiredKeys } from './schema-kind.ts';
import { allowedKeys, valueUnder } from './schema-walk.ts';
import { type Explained, keyName, type Spot, tell } from './spot.ts';

/** Enough to show all keys of any block. */
const mostListed = 40;

interface Keys extends Spot {
  /** How many keys there are that do not belong. */
  readonly strangers: number;
}

export function explainUnknownKeys(keys: readonly string[], at: Spot): Explained[] {
  const spot: Keys = { ...at, strangers: keys.length };
  const cut = keys.filter((key) => isCutText(key, spot));
  // The pieces of one text with several commas are one mistake.
  const [firstCut] = cut;
  const told = inOne(
    keys.filter((key) => !cut.includes(key)),
    spot,
  );
  return firstCut === undefined ? told : [...told, cutText(firstCut, spot)];
}

/** So many keys that do not belong are one mistake: another kind of file, or one level too far out. */
const mostStrangers = 5;

function inOne(keys: readonly string[], spot: Keys): Explained[] {
  const [first] = keys;
  if (first === undefined || keys.length <= mostStrangers) return keys.map((key) => unknownKey(key, spot));
  const allowed = spot.schema === undefined ? [] : allowedKeys(spot.schema, spot.value);
  const message = `${keys.length} keys do not belong here, the first of them ${quoted(first)}`;
  const hint = `check that this is the file and the level you meant; ${suggestion('', allowed, mostListed)}`;
  return [tell({ ...spot, path: [...spot.path, first] }, 'key-unknown', message, hint, 'key')];
}

function unknownKey(key: string, spot: Keys): Explained {
  const at = { ...spot, path: [...spot.path, key] };
  const allowed = spot.schema === undefined ? [] : allowedKeys(spot.schema, spot.value);
  const free = allowed.filter((name) => valueUnder(spot.value, name) === undefined);
  const near = nearest(key, free);
  if (near !== undefined) {
    const explained = tell(at, 'key-unknown', `unknown key ${quoted(key)}`, `did you mean “${near}”?`, 'key');
    return { ...explained, meansKey: keyName([...spot.path, near]) };
  }
  const partner = otherWayOf(key, allowed, spot);
  if (partner !== undefined) {
    const message = `${quoted(key)} and ${quoted(partner)} cannot stand together`;
    return tell(at, 'key-conflict', message, 'keep one of them', 'key');
  }
  const explained = tell(at, 'key-unknown', `unknown key ${quoted(key)}`, unknownHint(key, free, spot), 'key');
  const missing = onlyMissing(free, spot);
  return missing === undefined ? explained : { ...explained, meansKey: keyName([...spot.path, missing]) };
}

/** Where one key is unknown and one is missing, the one is told as the other. */
function onlyMissing(free: readonly string[], spot: Keys): string | undefined {
  const required = spot.schema === undefined ? [] : requiredKeys(spot.schema);
  const [missing, ...others] = required.filter((name) => free.includes(name));
  return others.length === 0 && spot.strangers === 1 ? missing : undefined;
}

function unknownHint(key: string, free: readonly string[], spot: Keys): string {
  const comma = isAfterComma(key, spot)
    ? '; or, if it belongs to the text before the comma, put that text in quotes'
    : '';
  if (free.length === 0) return `remove it${comma}`;
  const missing = onlyMissing(free, spot);
  if (missing !== undefined) return `the key “${missing}” is missing here: rename this to it, or add it${comma}`;
  // What is missing comes first: it is the likeliest to have been meant.
  const required = spot.schema === undefined ? [] : requiredKeys(spot.schema);
  const sorted = [
    ...free.filter((name) => required.includes(name)),
    ...free.filter((name) => !required.includes(name)),
  ];
  return `${suggestion('', sorted, mostListed)}${comma}`;
}

/** The key that stands here and speaks for one way of writing this, where `key` speaks for another. */
function otherWayOf(key: string, allowed: readonly string[], spot: Spot): string | undefined {
  const isElsewhere = spot.otherWays.some((way) => allowedKeys(way, {}).includes(key));
  return isElsewhere ? allowed.find((name) => valueUnder(spot.value, name) !== undefined) : undefined;
}

/** `{ assumption: Et skøn, ikke publiceret }`: what follows the comma is a key without a colon. */
function isCutText(key: string, spot: Spot): boolean {
  return valueUnder(spot.value, key) === null && isAfterComma(key, spot);
}

function isAfterComma(key: string, spot: Spot): boolean {
  return /,\s*$/.test(textBefore(key, spot));
}

function textBefore(key: string, spot: Spot): string {
  const { source, line, column } = spot.located.locate([...spot.path, key], 'key');
  const lines = source.text.split('\n');
  return `${lines[line - 2] ?? ''}\n${lines[line - 1]?.slice(0, column - 1) ?? ''}`;
}

function cutText(key: string, spot: Spot): Explained {
  const value = /(?:[:{,]\s+)?([^:{},"']+),\s*$/.exec(textBefore(key, spot))?.[1]?.trim();
  const message = `inside braces a comma ends the text, so ${quoted(key)} stands alone`;
  const hint =
    value === undefined
      ? 'put the whole text in quotes'
      : `put the whole text in quotes: "${value}, ${key.replaceAll('"', "'")}"`;
  return tell({ ...spot, path: [...spot.path, key] }, 'yaml-syntax', message, hint, 'key');
}
