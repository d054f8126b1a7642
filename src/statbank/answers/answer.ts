/** An answer of StatBank after it has been read, whatever format it came in. */
import { type Problem, UserError } from '../../problem/problem.ts';

/** A value of a variable. An answer in CSV may give its label alone. */
export interface Category {
  readonly code?: string;
  readonly label: string;
}

export interface Observation {
  /** The period's code: `2024`, `2024M01`. */
  readonly period: string;
  /** The category of every variable but time, by the variable's code. */
  readonly at: ReadonlyMap<string, Category>;
  /** undefined where StatBank has no figure. */
  readonly value: number | undefined;
}

export interface Answer {
  /** The answer's own title, where it has one. */
  readonly title: string;
  readonly observations: readonly Observation[];
  /** What it says of its unit besides the labels: “2015=100”. */
  readonly units: readonly string[];
}

/** Which series of a table is meant. */
export interface TableSelection {
  /** `PRIS112` */
  readonly table: string;
  /** Variable code → value code; time comes by itself. */
  readonly select: Readonly<Record<string, string>>;
  /** Text that the answer must bear. */
  readonly unit?: string | undefined;
  /** A year is the average of its twelve months. */
  readonly average?: 'months' | undefined;
}

/** An answer that cannot be used: said to the price keeper, whose price table names the table. */
export function refuseAnswer(message: string, hint: string, code: Problem['code'] = 'statbank-answer'): UserError {
  return new UserError([{ severity: 'error', code, message, hint }]);
}

/** Words of an answer in a message: cut to a length, and without characters that would move the reader's cursor. */
export function shown(text: string, most = 60): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  const clean = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, '�');
  return clean.length > most ? `${clean.slice(0, most)}…` : clean;
}
