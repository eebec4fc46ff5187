import type { Schemas } from '@/api'
import { language } from '@/i18n/language'

export type Plan = Schemas['CarePlan']
export type GoalForm = Schemas['GoalRequest']
export type ActivityForm = Schemas['ActivityRequest']
export type FollowUpForm = Schemas['FollowUpRequest']

/** A plan as it is edited. Texts are in the language that is read; sent back unchanged they stay in both. */
export interface PlanForm {
  goals: GoalForm[]
  activities: ActivityForm[]
  followUps: FollowUpForm[]
}

export const kinds = ['treatment', 'rehabilitation', 'careGuidance', 'medicationConsultation'] as const
export const comparisons = ['below', 'atMost', 'atLeast', 'above'] as const

export function goalForm(goal: Schemas['Goal']): GoalForm {
  const { code, reading, comparison, target, unit, by, label } = goal
  return { code, reading, comparison, target, unit, by, text: label[language.value] }
}

export function activityForm(activity: Schemas['AgreedActivity']): ActivityForm {
  const { code, kind, discipline, everyDays, startsOn, endsOn, label, instructions } = activity
  return {
    code,
    kind,
    discipline,
    everyDays,
    startsOn,
    endsOn: endsOn ?? null,
    text: label[language.value],
    instructions: instructions[language.value],
  }
}

export function formOf(plan: Pick<Plan, 'goals' | 'activities' | 'followUps'>): PlanForm {
  return {
    goals: plan.goals.map(goalForm),
    activities: plan.activities.map(activityForm),
    followUps: plan.followUps.map(({ form, everyDays, visitsPerYear }) => ({ form, everyDays, visitsPerYear })),
  }
}

/** A code that nobody else makes. */
export const newCode = (): string => `own-${crypto.randomUUID().slice(0, 13)}`

/** A text in one line, which is how it is kept. */
export const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ').trim()

/** As it is sent. A goal whose words are the service's own is worded by it again when its measure changes. */
export function bodyOf(form: PlanForm, base: PlanForm): PlanForm {
  return {
    goals: form.goals.map((goal) =>
      goalBody(
        goal,
        base.goals.find(({ code }) => code === goal.code),
      ),
    ),
    activities: form.activities.map(activityBody),
    followUps: form.followUps,
  }
}

export function goalBody(goal: GoalForm, known: GoalForm | undefined): GoalForm {
  const text = oneLine(goal.text ?? '')
  return { ...goal, text: text === '' || text === known?.text ? null : text }
}

export function activityBody(activity: ActivityForm): ActivityForm {
  return { ...activity, endsOn: activity.endsOn || null, text: oneLine(activity.text), instructions: oneLine(activity.instructions) }
}
