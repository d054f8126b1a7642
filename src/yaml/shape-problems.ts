/** One issue of zod → what the author is told: which key or value, what was expected, and the next step. */
import type { z } from 'zod';
import { type Problem, type ProblemCode, problemCodes } from '../problem/problem.ts';
import { nearest, suggestion } from '../problem/suggest.ts';
import { quoted } from './finding.ts';
import type { Located, Path } from './located.ts';
import { branches, expectedWords, metaOf, type Schema, typeWords } from './schema-kind.ts';
import { allowedKeys, schemaAt, valueUnder } from './schema-walk.ts';
import { bestBranch, isWrongKind } from './union-branch.ts';

type Issue = z.core.$ZodIssue;
type IssueOf<Code extends Issue['code']> = Extract<Issue, { code: Code }>;

/** Where an issue's path starts: at the root, or at a union whose branch has been chosen. */
export interface Frame {
  readonly located: Located<unknown>;
  readonly schema: Schema;
  readonly base: Path;
  /** What stands at `base`. */
  readonly value: unknown;
}

export interface Explained {
  readonly problem: Problem;
  /** The key, with its path, that is missing. */
  readonly lacksKey?: string;
  /** The key, with its path, that was probably meant. */
  readonly meansKey?: string;
}

/** An issue with the path, value and schema it speaks of. */
interface Spot {
  readonly located: Located<unknown>;
  readonly path: Path;
  readonly value: unknown;
  readonly schema: Schema | undefined;
}

export function explainIssue(issue: Issue, frame: Frame): Explained[] {
  const spot = spotOf(issue, frame);
  switch (issue.code) {
    case 'invalid_union':
      return explainUnion(issue, spot);
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, spot));
    case 'invalid_type':
      return [wrongType(spot)];
    case 'invalid_value':
      return [typeof spot.value === 'string' ? unknownValue(issue.values, spot) : wrongType(spot)];
    case 'invalid_key':
      return issue.issues.map((cause) =>
        tell(spot, 'value-impossible', `${lastKey(spot)} cannot be a name here`, cause.message, 'key'),
      );
    case 'too_small':
    case 'too_big':
      return [wrongSize(issue, spot)];
    case 'custom':
      return [custom(issue, spot)];
    default:
      return [tell(spot, 'value-impossible', `${met(spot.value)} is not valid here`, ownWords(issue, spot))];
  }
}

function spotOf(issue: Issue, frame: Frame): Spot {
  const steps = issue.path.filter((step) => typeof step !== 'symbol');
  const value = steps.reduce<unknown>(valueUnder, frame.value);
  const schema = schemaAt(frame.schema, steps, frame.value);
  return { located: frame.located, path: [...frame.base, ...steps], value, schema };
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
  const frame: Frame = { located: spot.located, schema, base: spot.path, value: spot.value };
  return (issue.errors[chosen] ?? []).flatMap((error) => explainIssue(error, frame));
}

function unknownKey(key: string, spot: Spot): Explained {
  const allowed = spot.schema === undefined ? [] : allowedKeys(spot.schema, spot.value);
  const free = allowed.filter((name) => valueUnder(spot.value, name) === undefined);
  const near = nearest(key, free);
  const keySpot = { ...spot, path: [...spot.path, key] };
  const explained = tell(keySpot, 'key-unknown', `unknown key ${quoted(key)}`, suggestion(key, free), 'key');
  return near === undefined ? explained : { ...explained, meansKey: keyName([...spot.path, near]) };
}

function wrongType(spot: Spot): Explained {
  const expected = spot.schema === undefined ? 'another kind of value' : expectedWords(spot.schema);
  if (spot.value === undefined) return missingKey(spot);
  if (spot.value === null) {
    const hint = `write ${expected} after it, or remove the line`;
    return tell(spot, 'type-wrong', `${nameOf(spot.path)} has no value`, hint, 'key');
  }
  return tell(
    spot,
    'type-wrong',
    `${nameOf(spot.path)} must be ${expected}, but is ${met(spot.value)}`,
    expectedHint(spot),
  );
}

function missingKey(spot: Spot): Explained {
  const parent = spot.path.slice(0, -1);
  const key = lastKey(spot);
  const where = parent.length === 0 ? '' : ` in ${nameOf(parent)}`;
  const { description } = spot.schema === undefined ? {} : metaOf(spot.schema);
  const hint = `add \`${spot.path.at(-1)}:\`${description === undefined ? '' : ` (${description})`}`;
  const explained = tell({ ...spot, path: parent }, 'key-missing', `the key ${key} is missing${where}`, hint, 'key');
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
  const [wrong, limit] =
    issue.code === 'too_small' ? ['short', `at least ${issue.minimum}`] : ['long', `at most ${issue.maximum}`];
  return tell(
    spot,
    'value-impossible',
    `${name} is too ${wrong}`,
    `it needs ${limit} ${isList ? 'entries' : 'characters'}`,
  );
}

function custom(issue: IssueOf<'custom'>, spot: Spot): Explained {
  const code = problemCodes.find((known) => known === issue.params?.code) ?? 'value-impossible';
  const hint: unknown = issue.params?.hint;
  const message = issue.message.startsWith('Invalid ') ? `${met(spot.value)} is not valid here` : issue.message;
  return tell(
    spot,
    code,
    message,
    typeof hint === 'string' ? hint : undefined,
    issue.params?.at === 'key' ? 'key' : 'value',
  );
}

/** What the schema's author said of a refusal or of the value; zod's own sentences speak of patterns. */
function ownWords(issue: Issue, spot: Spot): string | undefined {
  if (!issue.message.startsWith('Invalid ')) return issue.message;
  return spot.schema === undefined ? undefined : metaOf(spot.schema).description;
}

function expectedHint(spot: Spot): string | undefined {
  if (spot.schema === undefined) return undefined;
  const keys = allowedKeys(spot.schema, {});
  const { description } = metaOf(spot.schema);
  if (description !== undefined) return description;
  return keys.length === 0 ? undefined : `a map with the keys ${keys.slice(0, 12).join(', ')}`;
}

function tell(
  spot: Spot,
  code: ProblemCode,
  message: string,
  hint?: string,
  part: 'key' | 'value' = 'value',
): Explained {
  const place = spot.located.locate(spot.path, part);
  return { problem: { severity: 'error', code, message, place, ...(hint === undefined ? {} : { hint }) } };
}

/** The value met, in the author's words, or its kind. */
function met(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  return value === null ? 'nothing' : typeWords(Array.isArray(value) ? 'array' : 'object');
}

function nameOf(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'the file';
  return typeof last === 'string' ? quoted(last) : `entry ${last + 1} of ${nameOf(path.slice(0, -1))}`;
}

function lastKey(spot: Spot): string {
  return quoted(String(spot.path.at(-1) ?? ''));
}

function keyName(path: Path): string {
  return JSON.stringify(path);
}
