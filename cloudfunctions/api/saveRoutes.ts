import { isDeepStrictEqual } from 'node:util'
import { Refused } from '../../domain/contract/refusal'
import { checkRules } from '../../domain/route/checkRules'
import { hasDesk } from '../../domain/route/mayEditRoutes'
import type { StoredRoutes } from '../../domain/route/rule'
import { _, updateOne } from '../lib/database'
import type { UseCase } from '../lib/door'
import { besideRoutes, routesPage } from '../lib/routesPage'
import { changedMeanwhile, readToEdit, stillTheirs } from '../lib/standards'

/** Keeps a community's rules, for cases filed from now on. The same list sent again changes nothing; of two editors at once the second is told. */
export const saveRoutes: UseCase<'saveRoutes'> = async (caller, { communityId, version, rules }) => {
  const standing = await readToEdit(caller, communityId, besideRoutes(communityId))
  const { community } = standing
  const checked = checkRules(rules, { hasDesk: hasDesk(community) })
  if ('refusal' in checked) throw new Refused(checked.refusal)
  const routes: StoredRoutes = { version: version + 1, rules }
  if (isDeepStrictEqual(community.routes, routes)) return routesPage(standing, standing.beside)
  const saved = await updateOne('communities', { ...stillTheirs(standing), 'routes.version': version === 0 ? null : version }, { routes: _.set(structuredClone(routes)) })
  return saved ? routesPage({ ...standing, community: { ...community, routes } }, standing.beside) : changedMeanwhile()
}
