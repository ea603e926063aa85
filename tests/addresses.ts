/** One database as its three roles see it. */
export type Addresses = { ownerUrl: string; appUrl: string; publicUrl: string }

/** The same server and roles, another database. */
export function inDatabase({ ownerUrl, appUrl, publicUrl }: Addresses, name: string): Addresses {
  const move = (address: string) => {
    const url = new URL(address)
    url.pathname = `/${name}`
    return url.href
  }
  return { ownerUrl: move(ownerUrl), appUrl: move(appUrl), publicUrl: move(publicUrl) }
}
