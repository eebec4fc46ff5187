import type { Schemas } from '@/api'
import { fetchPhysician } from '@/records/fetchPhysician'
import { cell, dayLine, fill, head, type Block, type Row } from '../paper'
import type { FillIn } from '../printedForm'
import { ageOn, personOf, type PrintedMember } from '../printedMember'

type Plan = Schemas['CarePlan']

const comparisons: Record<Schemas['Comparison'], string> = { below: '低于', atMost: '不高于', atLeast: '不低于', above: '高于' }
const statuses: Record<Schemas['CarePlanStatus'], string> = {
  draft: '草案，待审定',
  underReview: '征求意见中，待审定',
  active: '执行中',
  underRevision: '修订中，原方案继续执行',
  completed: '已完成',
  cancelled: '已取消',
}

const kindsOf = (plan: Plan): string[] => [...new Set(plan.activities.map(({ kind }) => kind))]

function goalRows({ label }: PrintedMember, plan: Plan): Row[] {
  return [
    [head('管理目标', { span: 2 }), head('指标'), head('目标值'), head('达到日期')],
    ...plan.goals.map((goal): Row => [
      cell(goal.label['zh-CN'], { span: 2 }),
      cell(label('readings', goal.reading)),
      cell(`${comparisons[goal.comparison]} ${goal.target} ${goal.unit === 'level' ? '级' : goal.unit}`),
      cell(goal.by),
    ]),
  ]
}

function activityRows({ label }: PrintedMember, plan: Plan): Row[] {
  return kindsOf(plan).flatMap((kind): Row[] => [
    [head(label('activityKind', kind), { span: 2 }), head('科室'), head('频次'), head('起止日期')],
    ...plan.activities
      .filter((activity) => activity.kind === kind)
      .map((activity): Row => [
        cell([[activity.label['zh-CN']], [activity.instructions['zh-CN']]], { span: 2 }),
        cell(label('discipline', activity.discipline)),
        cell(`每${activity.everyDays}天`),
        cell(activity.endsOn ? [[`${activity.startsOn} 起`], [`${activity.endsOn} 止`]] : `${activity.startsOn} 起`),
      ]),
  ])
}

function followUpRows({ label }: PrintedMember, plan: Plan): Row[] {
  if (plan.followUps.length === 0) return []
  return [
    [head('随访', { span: 2 }), head('每年次数'), head('间隔'), head('下次日期')],
    ...plan.followUps.map((followUp): Row => [
      cell(label('form', followUp.form), { span: 2 }),
      cell(`${followUp.visitsPerYear}次`),
      cell(`${followUp.everyDays}天内`),
      cell(followUp.nextDueOn ?? ''),
    ]),
  ]
}

/** Who signs: the disciplines of the team, with what each has said. */
async function opinionRows({ label }: PrintedMember, plan: Plan): Promise<Row[]> {
  const rows = await Promise.all(
    plan.team.map(async ({ discipline, physicianId }): Promise<Row> => {
      const opinion = plan.opinions.find((one) => one.discipline === discipline)
      const physician = await fetchPhysician(physicianId)
      return [
        cell(label('discipline', discipline)),
        cell([[physician?.name ?? physicianId], [physician?.organisation ?? '']]),
        cell(opinion?.findings ?? ''),
        cell('', { span: 2 }),
      ]
    }),
  )
  return rows.length === 0 ? [] : [[head('科室'), head('团队成员'), head('意见'), head('签名及日期', { span: 2 })], ...rows]
}

const blank: Block = {
  kind: 'table',
  columns: [30, 40, 30],
  rows: [
    [head('管理目标'), head('干预措施'), head('随访安排')],
    ...Array.from({ length: 8 }, (): Row => [cell('　'), cell('　'), cell('　')]),
  ],
}

/** 诊疗方案, with a line for everybody who signs it. */
const fillIn: FillIn = async (printed) => {
  const { carePlan: plan, member, label, today, physician } = printed
  const conditions = (plan?.conditions ?? member.conditions).map((code) => label('conditions', code)).join('、')
  const table: Block = plan
    ? {
        kind: 'table',
        columns: [12, 32, 20, 18, 18],
        rows: [
          ...goalRows(printed, plan),
          ...activityRows(printed, plan),
          ...followUpRows(printed, plan),
          ...(await opinionRows(printed, plan)),
        ],
      }
    : blank
  return {
    sheets: [
      {
        title: '多学科诊疗方案',
        person: personOf(printed),
        blocks: [
          {
            kind: 'lines',
            lines: [
              ['性别', fill(label('sex', member.sex), 3), '　年龄', fill(ageOn(member.bornOn, today), 3), '岁　诊断', fill(conditions, 24)],
              [
                '制定日期 ',
                ...dayLine(plan?.draftedOn),
                ...(plan ? [`　第${plan.planVersion}版（${statuses[plan.status]}）`] : []),
                '　责任医师',
                fill(physician?.name, 6),
              ],
            ],
          },
          table,
          { kind: 'signatures', of: ['责任医师签名', '患者（家属）签名'] },
        ],
      },
    ],
  }
}

export default fillIn
