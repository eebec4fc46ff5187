import { dayOf } from '@/i18n/time'
import { dayLine, fill } from '../paper'
import { coursesOn, doseOf, drugName } from '../drugs'
import type { FillIn } from '../printedForm'
import { ageOn } from '../printedMember'
import { fetchReferred, pastHistory, stubLines, written } from './referralParts'

/** 双向转诊（转出）单, with its counterfoil. */
const fillIn: FillIn = async (printed, of) => {
  const { referral, from, to, variants } = await fetchReferred(printed, of, ({ direction }) => direction === 'up')
  const { member, label } = printed
  const on = referral ? dayOf(referral.sentAt) : undefined
  const discipline = label('discipline', referral?.discipline)
  const drugs = referral
    ? coursesOn(printed, on ?? printed.today).map(
        (course) => `${drugName(printed, course)} ${label('dosingFrequency', course.dose.frequency)} 每次${doseOf(printed, course)}`,
      )
    : []
  return {
    variants,
    sheets: [
      {
        title: '双向转诊（转出）单',
        blocks: [
          { kind: 'prose', title: '存　　根', paragraphs: [] },
          {
            kind: 'lines',
            lines: [
              ...stubLines(printed, on ?? printed.today),
              ['于', ...dayLine(on), '因病情需要，转入', fill(to?.organisation, 12), '单位'],
              [fill(discipline, 6), '科室', fill(to?.name, 6), '接诊医生。'],
              ['转诊医生（签字）：', fill('', 8), '　　', ...dayLine(on)],
            ],
          },
          { kind: 'cut', label: '（骑缝处加盖公章）' },
          { kind: 'prose', title: '双向转诊（转出）单', paragraphs: [] },
          {
            kind: 'lines',
            lines: [
              [fill(to?.organisation, 14), '（机构名称）：'],
              [
                '　　现有患者',
                fill(member.name, 6),
                '性别',
                fill(label('sex', member.sex), 3),
                '年龄',
                fill(ageOn(member.bornOn, on ?? printed.today), 3),
                '因病情需要，需转入贵单位，请予以接诊。',
              ],
              ...written('初步印象：', label('conditions', referral?.condition), 1),
              ...written('主要现病史（转出原因）：', referral?.reason, 3),
              ...written('主要既往史：', pastHistory(printed), 2),
              ...written('治疗经过：', [...drugs, referral?.instructions].filter(Boolean).join('；'), 3),
              ['转诊医生（签字）：', fill('', 8), '　联系电话：', fill('', 9)],
              [fill(from?.organisation, 14), '（机构名称）　　', ...dayLine(on)],
            ],
          },
        ],
        notes: ['本表供居民双向转诊转出时使用，由转诊医生填写。'],
      },
    ],
  }
}

export default fillIn
