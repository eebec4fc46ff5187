import { defineStore } from 'pinia'
import { fetchPackages } from '@/contracts/fetchContract'
import { fetchEducationTexts } from '@/education/fetchEducation'
import { useForms } from '@/followUps/forms'
import { fetchTests } from '@/testReports/fetchTestReports'

/**
 * The forms of visits and what the forms at the door choose from, to be there where there is no signal. Small, the same for everybody, and
 * asked for once.
 */
export const useFormLists = defineStore('formLists', () => {
  let keeping: Promise<void> | undefined

  function keep(): Promise<void> {
    keeping ??= Promise.allSettled([useForms().load(), fetchEducationTexts(), fetchTests(), fetchPackages()]).then((asked) => {
      if (asked.some(({ status }) => status === 'rejected')) keeping = undefined
    })
    return keeping
  }

  return { keep }
})
