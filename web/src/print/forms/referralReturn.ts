import { dayOf } from '@/i18n/time'
import { dayLine, fill } from '../paper'
import type { FillIn } from '../printedForm'
import { fetchReferred, stubLines, written } from './referralParts'

/**
 * 双向转诊（回转）单, with its counterfoil: of a referral up that was answered, from the receiver back to the sender; of one down, from its
 * sender to the responsible physician.
 */
const fillIn: FillIn = async (printed, of) => {
  const { referral, from, to, variants } = await fetchReferred(
    printed,
    of,
    ({ direction, answer }) => direction === 'down' || answer !== undefined,
  )
  const { member, label, physician } = printed
  const isDown = referral?.direction === 'down'
  const at = isDown ? referral?.sentAt : referral?.answer?.at
  const on = at ? dayOf(at) : undefined
  // A health worker's referral goes back to whoever is responsible for the patient.
  const [sender, receiver] = !referral ? [] : isDown ? [from, to ?? physician] : [to, from ?? physician]
  const findings = isDown ? referral?.reason : referral?.answer?.findings
  const instructions = isDown ? referral?.instructions : referral?.answer?.instructions
  return {
    variants,
    sheets: [
      {
        title: '双向转诊（回转）单',
        blocks: [
          { kind: 'prose', title: '存　　根', paragraphs: [] },
          {
            kind: 'lines',
            lines: [
              ...stubLines(printed, on ?? printed.today),
              ['于', ...dayLine(on), '因病情需要，转回', fill(receiver?.organisation, 12), '单位', fill(receiver?.name, 6), '接诊医生。'],
              ['转诊医生（签字）：', fill('', 8), '　　', ...dayLine(on)],
            ],
          },
          { kind: 'cut', label: '（骑缝处加盖公章）' },
          { kind: 'prose', title: '双向转诊（回转）单', paragraphs: [] },
          {
            kind: 'lines',
            lines: [
              [fill(receiver?.organisation, 14), '（机构名称）：'],
              ['　　现有患者', fill(member.name, 6), '因病情需要，现转回贵单位，请予以接诊。'],
              ['诊断结果', fill(label('conditions', referral?.condition), 16), '　住院病案号', fill('', 9)],
              ...written('主要检查结果：', findings, 3),
              ...written('治疗经过、下一步治疗方案及康复建议：', instructions, 4),
              ['转诊医生（签字）：', fill('', 8), '　联系电话：', fill('', 9)],
              [fill(sender?.organisation, 14), '（机构名称）　　', ...dayLine(on)],
            ],
          },
        ],
        notes: ['本表供居民双向转诊回转时使用，由转诊医生填写。'],
      },
    ],
  }
}

export default fillIn
