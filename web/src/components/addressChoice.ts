import { useRoute, useRouter } from 'vue-router'

/** What a list is narrowed to, in the page's address: going back brings it back, and nothing is named there but codes. */
export function useAddressChoice(): { chosen: (name: string) => string; choose: (choice: Record<string, string>) => void } {
  const route = useRoute()
  const router = useRouter()
  const chosen = (name: string): string => {
    const value = route.query[name]
    return typeof value === 'string' ? value : ''
  }
  const choose = (choice: Record<string, string>): void => {
    const next = { ...route.query, ...choice }
    void router.replace({ query: Object.fromEntries(Object.entries(next).filter(([, value]) => value)) })
  }
  return { chosen, choose }
}
