import { answer, api, type Schemas } from '@/api'
import { dayOf, type Day } from '@/i18n/time'
import { cell, dayLine, head, type Row } from '../paper'
import type { FillIn } from '../printedForm'
import { personOf, type PrintedMember } from '../printedMember'
import { fetchLatest, type Visit } from '../visits'
import { bodyRows, conditionRows, functionRows, livingRows } from './healthCheckBody'
import { adviceRows, problemRows, testRows, treatmentRows } from './healthCheckFindings'
import { columns, type Results } from './healthCheckParts'

/** Days before and after a check within which a laboratory's report is one of its tests. */
const Around = 30
const ADay = 86_400_000

/** The newest value of each test of the reports around a day. */
export function resultsAround(reports: readonly Schemas['TestReport'][], on: Day | undefined): Results {
  if (!on) return new Map()
  const near = reports.filter(({ takenAt }) => Math.abs(Date.parse(dayOf(takenAt)) - Date.parse(on)) <= Around * ADay)
  const oldestFirst = [...near].sort((one, other) => one.takenAt.localeCompare(other.takenAt))
  return new Map(oldestFirst.flatMap(({ values }) => values.map((value) => [value.code, value] as const)))
}

const beginning = (visit: Visit | undefined, { physician }: PrintedMember): Row => [
  head('体检日期', { span: 2 }),
  cell(dayLine(visit?.on), { span: 2 }),
  head('责任医生'),
  cell(physician?.name ?? ''),
]

async function fetchReports({ key }: PrintedMember): Promise<readonly Schemas['TestReport'][]> {
  const found = await answer(
    api.GET('/api/households/{householdId}/members/{member}/test-reports', { params: { path: { ...key } } }),
  ).catch(() => undefined)
  return found?.data.items ?? []
}

/** 健康体检表: the yearly check from 65, and the laboratory's values around it. */
const fillIn: FillIn = async (printed, of) => {
  const { visits, visit } = await fetchLatest(printed, 'elderlyHealthCheck', of)
  const results = resultsAround(visit ? await fetchReports(printed) : [], visit?.on)
  const rows = [
    beginning(visit, printed),
    ...conditionRows(visit),
    ...livingRows(visit),
    ...functionRows(visit),
    ...bodyRows(),
    ...testRows(visit, results),
    ...problemRows(),
    ...treatmentRows(printed, visit),
    ...adviceRows(visit),
  ]
  return {
    sheets: [
      {
        title: '健康体检表',
        person: personOf(printed),
        isDense: true,
        blocks: [{ kind: 'table', columns, rows }],
        notes: ['注：标有*的项目按服务对象的需要填写。'],
      },
    ],
    variants: [...visits].reverse().map(({ id, on }) => ({ of: id, label: on })),
  }
}

export default fillIn
