/**
 * Tells Node's engine to optimise a function only after six times its usual share of work. A run of notes lasts seconds and goes through
 * a thousand functions: compiling each of them anew, on threads of the engine's own, took as much of the processor as composing all
 * fifty notes of a batch, which the browser beside it lacks. What runs long is optimised all the same, some milliseconds later.
 */
import { setFlagsFromString } from 'node:v8';

setFlagsFromString('--interrupt-budget=400000');
