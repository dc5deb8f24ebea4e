import { besideRoutes, routesPage } from '../lib/routesPage'
import type { UseCase } from '../lib/door'
import { readStandards } from '../lib/standards'

export const showRoutes: UseCase<'showRoutes'> = async (caller, { communityId }) => {
  const standing = await readStandards(caller, communityId, besideRoutes(communityId))
  return routesPage(standing, standing.beside)
}
