import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Column } from '@/components/table/columns'
import { dayOf } from '@/i18n/formats'
import { useLists } from '@/referenceData/codeLists'
import type { ReferralLedgerLine } from './referralLedger'

const dated = (iso: string | undefined): string | undefined => (iso ? dayOf(iso) : undefined)

/** What a ledger of referrals tells, column by column. */
export function useReferralColumns(
  isPhysician: ComputedRef<boolean>,
  nameOf: (physicianId: string | undefined) => string,
): ComputedRef<Column<ReferralLedgerLine>[]> {
  const lists = useLists()
  const { t } = useI18n()
  return computed<Column<ReferralLedgerLine>[]>(() => [
    { id: 'name', header: t('registers.columns.name'), value: ({ name }) => name, text: ({ name }) => name ?? '–', width: 5 },
    {
      id: 'sentOn',
      header: t('registers.referrals.columns.sentOn'),
      value: ({ sentAt }) => dayOf(sentAt),
      width: 6.6,
      isDay: true,
    },
    ...(isPhysician.value
      ? [
          {
            id: 'part',
            header: t('registers.referrals.columns.part'),
            value: ({ isReceived }: ReferralLedgerLine) => t(`registers.referrals.parts.${isReceived ? 'received' : 'sent'}`),
            width: 4,
          },
        ]
      : []),
    {
      id: 'direction',
      header: t('registers.referrals.columns.direction'),
      value: ({ direction }) => t(`referrals.directions.${direction}`),
      width: 4,
      isExtra: isPhysician.value,
    },
    { id: 'status', header: t('registers.referrals.columns.status'), value: ({ status }) => t(`referrals.status.${status}`), width: 10 },
    {
      id: 'urgency',
      header: t('registers.referrals.columns.urgency'),
      value: ({ urgency }) => lists.label('referralUrgency', urgency),
      width: 5,
      isExtra: true,
    },
    {
      id: 'discipline',
      header: t('registers.referrals.columns.discipline'),
      value: ({ discipline }) => lists.label('discipline', discipline),
      width: 6,
    },
    {
      id: 'condition',
      header: t('registers.referrals.columns.condition'),
      value: ({ condition }) => lists.label('conditions', condition) || undefined,
      width: 7,
    },
    {
      id: 'from',
      header: t('registers.referrals.columns.from'),
      value: ({ from }) => (from ? nameOf(from) : t('registers.referrals.village')),
      width: 7,
    },
    { id: 'to', header: t('registers.referrals.columns.to'), value: ({ to }) => nameOf(to) || undefined, width: 6 },
    {
      id: 'dueOn',
      header: t('registers.referrals.columns.dueOn'),
      value: ({ dueOn }) => dueOn,
      width: 6.6,
      isDay: true,
    },
    {
      id: 'endedOn',
      header: t('registers.referrals.columns.endedOn'),
      value: ({ endedAt }) => dated(endedAt),
      width: 6.6,
      isDay: true,
      isExtra: true,
    },
    { id: 'phone', header: t('registers.columns.phone'), value: ({ phone }) => phone, width: 7.8 },
    {
      id: 'village',
      header: t('levels.village'),
      value: ({ villageCode }) => villageCode,
      text: ({ villageCode }) => (villageCode ? lists.placeName(villageCode) : '–'),
      width: 9,
      isExtra: true,
    },
    { id: 'sex', header: t('registers.columns.sex'), value: ({ sex }) => lists.label('sex', sex) || undefined, width: 4, isExtra: true },
    { id: 'age', header: t('registers.columns.age'), value: ({ age }) => age, width: 4, isFigure: true, isExtra: true },
    { id: 'reason', header: t('registers.referrals.columns.reason'), value: ({ reason }) => reason, width: 14, isExtra: true },
    { id: 'recordNumber', header: t('registers.columns.recordNumber'), value: (line) => line.recordNumber, width: 11, isExtra: true },
  ])
}
