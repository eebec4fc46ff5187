import { answer, api, ApiProblem, type Schemas } from '@/api'
import { fetchPhysician } from '@/records/fetchPhysician'
import { headOf } from '@/records/head'
import { cell, dayLine, fill, head, type Block, type Row, type Sheet } from '../paper'
import type { FillIn } from '../printedForm'
import type { PrintedMember } from '../printedMember'

type Contract = Schemas['Contract']
type Package = Schemas['ServicePackage']

/** Nobody has signed for the year: the form is there to be signed. */
async function fetchContract({ key }: PrintedMember, year: number): Promise<Contract | undefined> {
  return answer<Contract>(
    api.GET('/api/households/{householdId}/contracts/{year}', { params: { path: { householdId: key.householdId, year } } }),
  ).then(
    ({ data }) => data,
    (fault: unknown) => {
      if (fault instanceof ApiProblem && fault.status === 404) return undefined
      throw fault
    },
  )
}

const people = ({ household, label }: PrintedMember): Block => ({
  kind: 'table',
  columns: [16, 14, 10, 18, 42],
  rows: [
    [head('家庭成员'), head('与户主关系'), head('性别'), head('出生日期'), head('患病情况')],
    ...household.members
      .filter(({ departure }) => !departure)
      .map((member): Row => [
        cell(member.name),
        cell(label('relationship', member.relationship)),
        cell(label('sex', member.sex)),
        cell(member.bornOn ?? ''),
        cell(member.conditions.map((code) => label('conditions', code)).join('、')),
      ]),
  ],
})

/** What is promised to whom: of a signed contract as it was signed, otherwise what the packages are, to choose from. */
function services({ household }: PrintedMember, contract: Contract | undefined, packages: readonly Package[]): Block {
  if (contract) {
    const name = (number: number) => household.members.find((member) => member.number === number)?.name ?? ''
    return {
      kind: 'table',
      columns: [20, 60, 20],
      rows: [
        [head('服务对象'), head(`服务项目（${contract.packageLabel?.['zh-CN'] ?? contract.package}）`), head('全年次数')],
        ...contract.services
          .filter(({ promised }) => promised > 0)
          .map((service): Row => [
            cell(name(service.member)),
            cell(service.label?.['zh-CN'] ?? service.service),
            cell(`${service.promised}次`),
          ]),
      ],
    }
  }
  return {
    kind: 'table',
    columns: [24, 60, 16],
    rows: [
      [head('服务包（□内打√）'), head('服务项目'), head('全年次数')],
      ...packages.flatMap(({ label, services: all }) =>
        all.map((service, index): Row => [
          ...(index === 0 ? [head(`□ ${label['zh-CN']}`, { down: all.length })] : []),
          cell(service.label['zh-CN']),
          cell(`${service.perYear}次`),
        ]),
      ),
    ],
  }
}

const duties: readonly string[] = [
  '（一）乙方以全科医学服务模式为甲方提供基本医疗、公共卫生和约定的健康管理服务，建立并动态管理甲方的健康档案，保护甲方的隐私。',
  '（二）乙方按约定的项目和次数提供服务，服务前与甲方约定时间；甲方行动不便的，乙方按约定上门服务。',
  '（三）甲方如实提供健康状况和有关资料，配合乙方的服务，联系方式和住址变化时及时告知乙方。',
  '（四）甲方病情需要时，乙方负责协助转诊。紧急情况下甲方应立即拨打120或到就近医疗机构就诊。',
  '（五）本协议有效期内任何一方要求解除或变更的，应提前告知对方；有效期满不再续签的，协议自然终止。',
  '（六）本协议一式两份，甲乙双方各执一份，自双方签字之日起生效。',
]

async function sheetOf(printed: PrintedMember, year: number, contract: Contract | undefined, packages: readonly Package[]): Promise<Sheet> {
  const { household, address, label } = printed
  const first = headOf(household.members)
  const signer = household.members.find(({ number }) => number === contract?.signedBy)
  const physician = contract ? await fetchPhysician(contract.physicianId) : printed.physician
  const team = await Promise.all(
    household.team
      .filter(({ physicianId }) => physicianId !== physician?.id)
      .map(
        async ({ discipline, physicianId }) =>
          `${(await fetchPhysician(physicianId))?.name ?? physicianId}（${label('discipline', discipline)}）`,
      ),
  )
  return {
    title: '家庭医生签约服务协议书',
    isDense: true,
    blocks: [
      {
        kind: 'lines',
        lines: [
          ['甲方（户主）：', fill(first?.name, 8), '　建档立卡户编号：', fill(household.registrationNumber, 14)],
          ['家庭住址：', fill(address, 24), '　联系电话：', fill(household.phone, 8)],
          ['乙方（医疗机构）：', fill(physician?.organisation, 18), '　家庭医生：', fill(physician?.name, 8)],
          ['团队成员：', fill(team.join('、'), 30)],
        ],
      },
      { kind: 'prose', paragraphs: ['为落实家庭医生签约服务，甲乙双方本着平等、尊重和自愿的原则，签订本协议。'] },
      { kind: 'prose', title: '一、签约家庭', paragraphs: [] },
      people(printed),
      { kind: 'prose', title: '二、服务期限', paragraphs: [] },
      { kind: 'lines', lines: [['　　自', fill(year, 3), '年1月1日起至', fill(year, 3), '年12月31日止。']] },
      { kind: 'prose', title: '三、服务内容', paragraphs: [] },
      services(printed, contract, packages),
      { kind: 'prose', title: '四、双方约定', paragraphs: duties },
      {
        kind: 'lines',
        lines: [
          [
            '甲方（签字人）：',
            fill(contract?.guardian ? `${contract.guardian}（监护人）` : signer?.name, 8),
            '　签约日期：',
            ...dayLine(contract?.signedOn),
          ],
          ...(contract ? [['签字方式：', fill(label('signingMethod', contract.method), 8)]] : []),
        ],
      },
      { kind: 'signatures', of: ['甲方签字（按手印）', '乙方家庭医生签字', '乙方（盖章）'] },
    ],
  }
}

/** 家庭医生签约服务协议书 of a year, for the household as a whole. */
const fillIn: FillIn = async (printed, of) => {
  const thisYear = Number(printed.today.slice(0, 4))
  const year = Number(of ?? thisYear)
  const [contract, packages] = await Promise.all([fetchContract(printed, year), answer(api.GET('/api/contract-packages'))])
  return {
    sheets: [await sheetOf(printed, year, contract, packages.data.items)],
    variants: [thisYear - 1, thisYear, thisYear + 1].map((one) => ({ of: String(one), label: String(one) })),
  }
}

export default fillIn
