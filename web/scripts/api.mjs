// The types of the API from its contract; days and moments are types of their own (src/i18n/time.ts).
import { writeFileSync } from 'node:fs'
import openapiTS, { astToString } from 'openapi-typescript'
import ts from 'typescript'
import { bundle } from './bundle.mjs'

const names = { date: 'Day', 'date-time': 'Moment' }
const nothing = ts.factory.createLiteralTypeNode(ts.factory.createNull())

function transform({ format, type }) {
  if (!names[format]) return undefined
  const time = ts.factory.createTypeReferenceNode(names[format])
  return Array.isArray(type) && type.includes('null') ? ts.factory.createUnionTypeNode([time, nothing]) : time
}

const contract = await openapiTS(bundle(), {
  inject: "import type { Day, Moment } from '@/i18n/time'\n",
  transform,
})
writeFileSync(new URL('../src/api/contract.ts', import.meta.url), astToString(contract))
