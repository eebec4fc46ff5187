import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Column } from '@/components/table/columns'
import { number } from '@/i18n/formats'
import { useLists } from '@/referenceData/codeLists'
import { textOfValues, type lastValuesOf } from './lastValues'
import { standingOf, type RegisterLine } from './register'

/** What a register tells, column by column. */
export function useRegisterColumns(
  valuesOf: (line: RegisterLine) => ReturnType<typeof lastValuesOf>,
  nameOf: (physicianId: string | undefined) => string,
): ComputedRef<Column<RegisterLine>[]> {
  const lists = useLists()
  const { t } = useI18n()
  return computed<Column<RegisterLine>[]>(() => [
    { id: 'name', header: t('registers.columns.name'), value: ({ name }) => name, width: 5.5 },
    { id: 'sex', header: t('registers.columns.sex'), value: ({ sex }) => lists.label('sex', sex), width: 3.4 },
    { id: 'age', header: t('registers.columns.age'), value: ({ age }) => age, width: 3.6, isFigure: true },
    {
      id: 'village',
      header: t('levels.village'),
      value: ({ villageCode }) => villageCode,
      // Of a township that is known: its name would take the place of what is compared.
      text: ({ villageCode }) => lists.regions.get(villageCode)?.name ?? villageCode,
      width: 7,
    },
    {
      id: 'values',
      header: t('registers.columns.values'),
      value: (line) => valuesOf(line)[0]?.figure,
      text: (line) => textOfValues(valuesOf(line), t('comma')) || '–',
      width: 14.6,
    },
    {
      id: 'control',
      header: t('registers.columns.control'),
      value: ({ inControl }) => (inControl === undefined ? 2 : inControl ? 1 : 0),
      text: (line) => t(`registers.standings.${standingOf(line)}`),
      width: 5.8,
    },
    { id: 'lastOn', header: t('registers.columns.lastOn'), value: ({ lastOn }) => lastOn, width: 6.6, isDay: true },
    { id: 'nextOn', header: t('registers.columns.nextOn'), value: ({ nextOn }) => nextOn, width: 6.6, isDay: true },
    {
      id: 'overdueDays',
      header: t('registers.columns.overdueDays'),
      value: ({ overdueDays }) => overdueDays || undefined,
      text: ({ overdueDays }) => (overdueDays > 0 ? number(overdueDays) : '–'),
      width: 5,
      isFigure: true,
    },
    {
      id: 'physician',
      header: t('registers.columns.physician'),
      value: (line) => nameOf(line.responsiblePhysician) || line.responsiblePhysician,
      width: 7,
      isExtra: true,
    },
    { id: 'phone', header: t('registers.columns.phone'), value: ({ phone }) => phone, width: 7.8 },
    {
      id: 'conditions',
      header: t('registers.columns.conditions'),
      value: ({ conditions }) => conditions.map((one) => lists.label('conditions', one)).join(t('comma')) || undefined,
      width: 12,
      isExtra: true,
    },
    {
      id: 'recordNumber',
      header: t('registers.columns.recordNumber'),
      value: ({ recordNumber }) => recordNumber,
      width: 11,
      isExtra: true,
    },
  ])
}
