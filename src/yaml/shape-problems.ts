/** One issue of zod → what the author is told: which key or value, what was expected, and the next step. */
import type { z } from 'zod';
import { problemCodes } from '../problem/problem.ts';
import { suggestion } from '../problem/suggest.ts';
import type { Located, Path } from './located.ts';
import { branches, core, defOf, expectedWords, metaOf, type Schema } from './schema-kind.ts';
import { schemaAt, valueUnder } from './schema-walk.ts';
import { expectedHint, nameHint, sizeHint } from './shape-hints.ts';
import { type Explained, keyName, lastKey, met, nameOf, type Spot, tell } from './spot.ts';
import { bestBranch, isWrongKind } from './union-branch.ts';
import { explainUnknownKeys } from './unknown-keys.ts';

type Issue = z.core.$ZodIssue;
type IssueOf<Code extends Issue['code']> = Extract<Issue, { code: Code }>;

/** Where an issue's path starts: at the root, or at a union whose branch has been chosen. */
export interface Frame {
  readonly located: Located<unknown>;
  readonly schema: Schema;
  readonly base: Path;
  /** What stands at `base`. */
  readonly value: unknown;
  /** The branches of the union that were not chosen. */
  readonly otherWays?: readonly Schema[];
}

export function explainIssue(issue: Issue, frame: Frame): Explained[] {
  const spot = spotOf(issue, frame);
  switch (issue.code) {
    case 'invalid_union':
      return explainUnion(issue, spot);
    case 'unrecognized_keys':
      return explainUnknownKeys(issue.keys, spot);
    case 'invalid_type':
      return [wrongType(spot)];
    case 'invalid_value':
      return [typeof spot.value === 'string' ? unknownValue(issue.values, spot) : wrongType(spot)];
    case 'invalid_key':
      return [wrongName(issue, spot, frame)];
    case 'too_small':
    case 'too_big':
      return [wrongSize(issue, spot)];
    case 'custom':
      return [custom(issue, spot)];
    default:
      return [tell(spot, 'value-impossible', refused(spot), ownWords(issue, spot))];
  }
}

function spotOf(issue: Issue, frame: Frame): Spot {
  const steps = issue.path.filter((step) => typeof step !== 'symbol');
  const value = steps.reduce<unknown>(valueUnder, frame.value);
  const schema = schemaAt(frame.schema, steps, frame.value);
  const otherWays = steps.length === 0 ? (frame.otherWays ?? []) : [];
  return { located: frame.located, path: [...frame.base, ...steps], value, schema, otherWays };
}

function explainUnion(issue: IssueOf<'invalid_union'>, spot: Spot): Explained[] {
  if (issue.discriminator !== undefined && issue.errors.length === 0)
    return [
      spot.value === undefined ? wrongType(spot) : unknownValue('options' in issue ? (issue.options ?? []) : [], spot),
    ];
  const options = spot.schema === undefined ? undefined : branches(spot.schema);
  if (options === undefined || spot.value === undefined || isWrongKind(issue.errors)) return [wrongType(spot)];
  const chosen = bestBranch(options, spot.value, issue.errors);
  const schema = options[chosen];
  if (schema === undefined) return [wrongType(spot)];
  const otherWays = options.filter((option) => option !== schema);
  const frame: Frame = { located: spot.located, schema, base: spot.path, value: spot.value, otherWays };
  return (issue.errors[chosen] ?? []).flatMap((error) => explainIssue(error, frame));
}

function wrongName(issue: IssueOf<'invalid_key'>, spot: Spot, frame: Frame): Explained {
  const record = schemaAt(frame.schema, issue.path.slice(0, -1), frame.value);
  const cause = issue.issues[0]?.message ?? '';
  const hint = nameHint(cause, String(spot.path.at(-1) ?? ''), record);
  return tell(spot, 'value-impossible', `${lastKey(spot.path)} cannot be a name here`, hint, 'key');
}

function wrongType(spot: Spot): Explained {
  const expected = spot.schema === undefined ? 'another kind of value' : expectedWords(spot.schema);
  if (spot.value === undefined) return missingKey(spot);
  if (spot.value === null) {
    const what = isMap(spot) ? 'its keys below it, indented' : `${expected} after it`;
    const hint = `write ${what}, or remove the line`;
    return tell(spot, 'type-wrong', `${nameOf(spot.path)} has no value`, hint, 'key');
  }
  return tell(
    spot,
    'type-wrong',
    `${nameOf(spot.path)} must be ${expected}, but is ${met(spot.value)}`,
    expectedHint(spot),
  );
}

function isMap({ schema }: Spot): boolean {
  return schema !== undefined && ['object', 'record'].includes(defOf(core(schema)).type);
}

function missingKey(spot: Spot): Explained {
  const parent = spot.path.slice(0, -1);
  const where = parent.length === 0 ? '' : ` in ${nameOf(parent)}`;
  const { description } = spot.schema === undefined ? {} : metaOf(spot.schema);
  const hint = `add \`${spot.path.at(-1)}:\`${description === undefined ? '' : `, ${description}`}`;
  const message = `the key ${lastKey(spot.path)} is missing${where}`;
  const explained = tell({ ...spot, path: parent }, 'key-missing', message, hint, 'key');
  return { ...explained, lacksKey: keyName(spot.path) };
}

function unknownValue(choices: readonly unknown[], spot: Spot): Explained {
  const message = `${met(spot.value)} is not a choice for ${nameOf(spot.path)}`;
  return tell(spot, 'value-unknown', message, suggestion(String(spot.value), choices.map(String)));
}

function wrongSize(issue: IssueOf<'too_small' | 'too_big'>, spot: Spot): Explained {
  const name = nameOf(spot.path);
  const isList = Array.isArray(spot.value);
  if (spot.value === '' || (isList && spot.value.length === 0))
    return tell(spot, 'value-impossible', `${name} is empty`, `write ${isList ? 'an entry' : 'a text'}, or remove it`);
  const wrong = issue.code === 'too_small' ? 'short' : 'long';
  return tell(spot, 'value-impossible', `${name} is too ${wrong}`, sizeHint(issue, spot.value));
}

/** A reader's refusal has its own code and hint; a refinement's message is the next step. */
function custom(issue: IssueOf<'custom'>, spot: Spot): Explained {
  const code = problemCodes.find((known) => known === issue.params?.code);
  if (code === undefined) return tell(spot, 'value-impossible', refused(spot), ownWords(issue, spot));
  const hint: unknown = issue.params?.hint;
  const part = issue.params?.at === 'key' ? 'key' : 'value';
  return tell(spot, code, issue.message, typeof hint === 'string' ? hint : undefined, part);
}

function refused(spot: Spot): string {
  return `${nameOf(spot.path)} cannot be ${met(spot.value)}`;
}

/** What the schema's author said of a refusal or of the value; zod's own sentences speak of patterns. */
function ownWords(issue: Issue, spot: Spot): string | undefined {
  return issue.message.startsWith('Invalid ') ? expectedHint(spot) : issue.message;
}
