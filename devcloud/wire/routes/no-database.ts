import { databasePermissionDenied } from '../../errors'
import type { Route } from '../route'

/** Whatever a client asks of the database: ADMINONLY means functions only. */
export const noDatabase: Route = () => { throw databasePermissionDenied() }
