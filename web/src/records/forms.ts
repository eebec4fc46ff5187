import { useLists } from '@/referenceData/codeLists'

/** A follow-up form's name, as the seeds have it; one that is not known yet is called by its code. */
export const formName = (form: string): string => useLists().label('form', form)
