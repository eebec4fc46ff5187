/** What a village is called beside the name of its committee: 下坪村委会, 光明社区居委会. */
const Committee = /(村民委员会|村委会|社区居民委员会|社区居委会|居委会)$/

/**
 * A household's address with the names of its county, township and village before it. Many were written down with some of these names:
 * they do not stand there twice.
 */
export function postalAddress(address: string, { county, township, village }: Record<'county' | 'township' | 'village', string>): string {
  if (township && address.includes(township)) return county && !address.includes(county) ? county + address : address
  const name = village.replace(Committee, '')
  return name && address.startsWith(name) ? county + township + address : county + township + village + address
}
