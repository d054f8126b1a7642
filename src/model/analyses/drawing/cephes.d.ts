/** The functions used of the package `cephes`: its own types cannot be found through the `exports` of its package.json. */
declare module 'cephes' {
  /** Settles when the functions can be called. */
  export const compiled: Promise<void>;
  /** Standard normal distribution and its inverse. */
  export function ndtr(x: number): number;
  export function ndtri(probability: number): number;
  /** Incomplete beta integral and its inverse. */
  export function incbet(a: number, b: number, x: number): number;
  export function incbi(a: number, b: number, probability: number): number;
  /** Incomplete gamma integral, its complement, and the inverse of the complement. */
  export function igam(a: number, x: number): number;
  export function igamc(a: number, x: number): number;
  export function igami(a: number, complement: number): number;
}
