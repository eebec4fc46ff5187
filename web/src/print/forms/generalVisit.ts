import { useForms, fieldsOf, type Field, type Form } from '@/followUps/forms'
import { cell, choice, dayLine, fill, head, type Content, type Row } from '../paper'
import type { FillIn } from '../printedForm'
import type { PrintedMember } from '../printedMember'
import { answerOf, numbersOf, type Visit } from '../visits'
import { useLists } from '@/referenceData/codeLists'
import { singleVisit } from './singleVisit'

const Form = 'general'

/** A field of a form that has no official model: its options are numbered in their order. */
export function contentOf(
  field: Field,
  visit: Visit | undefined,
  optionsOf: (field: Field) => readonly [code: string, label: string][],
): Content {
  const options = optionsOf(field)
  if (options.length === 0) return [fill(answerOf(visit, field.code), 8), unitOf(field)]
  const numberOf = Object.fromEntries(options.map(([code], index) => [code, String(index + 1)]))
  return choice(
    options.map(([, label], index) => `${index + 1}${label.replace(/\s+/g, '')}`).join(' '),
    numbersOf(visit, field.code, numberOf),
    {
      boxes: field.type === 'choices' ? 3 : 1,
    },
  )
}

const unitOf = ({ unit, reading }: Field): string => {
  const symbol = unit ?? useLists().codes?.readings.find(({ code }) => code === reading)?.unit ?? ''
  return symbol === 'min' ? '分钟' : symbol
}

function optionsOf(field: Field): readonly [string, string][] {
  if (field.options) return field.options.map(({ code, label }) => [code, label['zh-CN']])
  return (useLists().codes?.lists[field.list ?? ''] ?? []).map((item) => [item.code, item['zh-CN']])
}

const rowsOf = (form: Form | undefined, visit: Visit | undefined): Row[] =>
  (form ? fieldsOf(form) : []).map((field) => [head(field.label['zh-CN']), cell(contentOf(field, visit, optionsOf), { span: 3 })])

/** 随访记录表 of illnesses that have no official one, as the service's own form asks. */
const fillIn: FillIn = async (printed: PrintedMember, of) => {
  await useForms().load()
  const form = useForms().find(Form)
  return singleVisit({
    title: '一般随访服务记录表',
    form: Form,
    columns: [22, 28, 20, 30],
    rows: (visit) => [
      [head('随访日期'), cell(dayLine(visit?.on)), head('随访方式'), cell(choice('1门诊 2家庭 3电话', visit?.contactMode))],
      ...rowsOf(form, visit),
      [head('此次随访分类'), cell(choice('1控制满意 2控制不满意 3不良反应 4并发症', visit?.outcome), { span: 3 })],
      [head('处理意见'), cell(visit?.note ?? '　', { span: 3 })],
      [head('下次随访日期'), cell(dayLine(visit?.nextDueOn)), head('随访医生签名'), cell('')],
    ],
  })(printed, of)
}

export default fillIn
