/**
 * The helpers of the API's client, without what takes fields apart that are read or written only: the contract has none, and it would
 * take days and moments (src/i18n/time.ts) apart as well. tsconfig.json puts this in their place.
 */
export type * from '../../node_modules/openapi-typescript-helpers/dist/index.mjs'

export type Readable<T> = T
export type Writable<T> = T
