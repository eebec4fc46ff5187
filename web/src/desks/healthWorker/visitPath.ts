/** Where a visit by the form is made: an id, a number and a form, none of which names a person. */
export const visitPath = ({ householdId, member, form }: { householdId: string; member: number; form: string }): string =>
  `/households/${householdId}/members/${member}/visits/${form}`
